import { snakeCase } from '../leakage/snake-case.ts';
import type { ColumnProfile } from './column-profile.ts';
import { TargetGuessError } from './target-guess-error.ts';

const exactNames = /^(?:target|label|y|class|outcome|response|default|churn|fraud|survived)$/u;
const partNames =
  /(?:^|_)(?:target|label|status|churn(?:ed)?|default(?:ed)?|fraud|surviv(?:ed|al)|convert(?:ed)?|bad|claim(?:ed)?|lapse[ds]?|bought|subscribed|approved|response)(?:_|$)/u;

const amountNames =
  /(?:^|_)(?:amount|severity|cost|price|value|loss|losses|revenue|sales|demand|count|frequency|duration|premium)(?:_|$)/u;

/** What the first or the last column scores by its place; with a telling name it is sure. */
const atEdge = 1.5;
const sure = atEdge + 2;

function score(name: string, place: number, columns: number): number {
  const plain = snakeCase(name);
  const named = exactNames.test(plain) ? 4 : partNames.test(plain) ? 2 : 0;
  return named + (place === 0 || place === columns - 1 ? atEdge : 0);
}

/**
 * The column that is most likely to be predicted: two classes, no gaps, a telling name, first or last in the file. Only
 * where no column has two classes, one of several classes or of numbers, whose name must be telling; else text of a few
 * classes that the file ends with.
 *
 * @throws TargetGuessError when no column, or none before the others, is likely
 */
export function guessTarget(profiles: readonly ColumnProfile[], source: string): string {
  const scored = profiles
    .map((profile, place) => ({ profile, score: score(profile.name, place, profiles.length) }))
    .filter(({ profile }) => canBeTarget(profile))
    .toSorted((a, b) => b.score - a.score);
  const ofTwoClasses = scored.filter(({ profile: { distinct } }) => distinct === 2);
  const telling = scored.filter(({ profile }) => profile.distinct > 2 && isTelling(profile.name));
  const amount = telling.find(({ profile, score: found }) => {
    return amountNames.test(snakeCase(profile.name)) && found >= atEdge;
  });
  // An amount that the file begins or ends with, against a column of two classes somewhere in between.
  if (amount && (ofTwoClasses[0]?.score ?? 0) < sure) return amount.profile.name;
  const candidates = ofTwoClasses.length > 0 ? ofTwoClasses : telling;
  const [best, second] = candidates;
  if (best && (!second || best.score > second.score)) return best.profile.name;
  const last = profiles.at(-1);
  if (!best && last && isFewClasses(last)) return last.name;
  throw new TargetGuessError(source, {
    candidates: candidates.map(({ profile }) => profile.name),
    // What is to be predicted stands last more often than not.
    columns: profiles
      .filter(({ distinct }) => distinct > 1)
      .map(({ name }) => name)
      .toReversed(),
  });
}

/** Text of more classes than that is names, remarks or addresses. */
export const mostClasses = 1000;
const fewClasses = 20;

function canBeTarget({ distinct, kind, present, rows }: ColumnProfile): boolean {
  return present === rows && (kind !== 'text' || distinct <= mostClasses);
}

function isFewClasses(profile: ColumnProfile): boolean {
  const { distinct, kind, rarest } = profile;
  return canBeTarget(profile) && kind === 'text' && distinct <= fewClasses && rarest > distinct;
}

function isTelling(name: string): boolean {
  return [exactNames, partNames, amountNames].some((names) => names.test(snakeCase(name)));
}
