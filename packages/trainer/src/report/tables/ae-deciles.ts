import type { PredictedValues } from '../predicted-values.ts';
import { decilesOf } from './deciles.ts';

/** What was predicted of a tenth of the rows, and what came. */
export type AeDecile = Readonly<{
  /** 1 has the lowest predictions, 10 the highest. */
  decile: number;
  rows: number;
  /** Sum of the exposures; the rows where there is none. */
  exposure: number;
  /** Sum of the targets. */
  actual: number;
  /** Sum of the predictions. */
  expected: number;
  /** actual / expected; null where nothing is expected, and of all where a target is below 0: a sum may be anything then. */
  ae_ratio: number | null;
}>;

/** Actual against expected by tenths of the predictions: does the model rank, and is it right at both ends? */
export function aeDeciles(values: PredictedValues): AeDecile[] {
  const { labels, scores, exposure } = values;
  const hasRatio = Array.from(labels).every((label) => label >= 0);
  return decilesOf(values).map((group, place) => {
    const sum = (of: (row: number) => number): number =>
      group.reduce((total, row) => total + of(row), 0);
    const actual = sum((row) => labels[row] ?? 0);
    const expected = sum((row) => scores[row] ?? 0);
    return {
      decile: place + 1,
      rows: group.length,
      exposure: sum((row) => exposure?.[row] ?? 1),
      actual,
      expected,
      ae_ratio: expected === 0 || !hasRatio ? null : actual / expected,
    };
  });
}
