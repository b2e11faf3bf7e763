import { snakeCase } from './judge-column.ts';
import type { ColumnProfile } from './column-profile.ts';
import { TargetGuessError } from './target-guess-error.ts';

const exactNames = /^(?:target|label|y|class|outcome|response|default|churn|fraud|survived)$/u;
const partNames =
  /(?:^|_)(?:target|label|status|churn(?:ed)?|default(?:ed)?|fraud|surviv(?:ed|al)|convert(?:ed)?|bad|claim(?:ed)?|lapse[ds]?|bought|subscribed|approved|response)(?:_|$)/u;

function score(name: string, place: number, columns: number): number {
  const plain = snakeCase(name);
  const named = exactNames.test(plain) ? 4 : partNames.test(plain) ? 2 : 0;
  return named + (place === 0 || place === columns - 1 ? 1.5 : 0);
}

/**
 * The column that is most likely to be predicted: two classes, no gaps, a telling name, first or last in the file.
 *
 * @throws TargetGuessError when no column, or none before the others, has two classes
 */
export function guessTarget(profiles: readonly ColumnProfile[], source: string): string {
  const candidates = profiles
    .map((profile, place) => ({ profile, score: score(profile.name, place, profiles.length) }))
    .filter(({ profile: { distinct, present, rows } }) => distinct === 2 && present === rows)
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = candidates;
  if (best && (!second || best.score > second.score)) return best.profile.name;
  throw new TargetGuessError(
    source,
    candidates.map(({ profile }) => profile.name),
  );
}
