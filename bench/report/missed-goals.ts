import type { Case } from '../case.ts';
import type { Results } from '../results.ts';
import { numberText } from './number-text.ts';

/** The goals and how many are met, the missed ones by name with the case's own reason. */
export function missedGoals(results: Results, cases: readonly Case[]): string {
  const verdicts = cases.flatMap((one) =>
    (results[one.name]?.verdicts ?? []).map((verdict) => ({ one, verdict })),
  );
  const missed = verdicts.filter(({ verdict }) => !verdict.met);
  const lines = missed.map(
    ({ one, verdict: { goal, value, unit } }) =>
      `- ${one.title}: ${goal}; measured ${numberText(value)} ${unit}.${one.whyMissed ? ` ${one.whyMissed}` : ''}`,
  );
  const count = `${verdicts.length - missed.length} of ${verdicts.length} goals are met.`;
  return lines.length > 0 ? `${count} Missed:\n\n${lines.join('\n')}` : count;
}
