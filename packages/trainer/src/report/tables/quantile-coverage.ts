import type { PredictedValues } from '../predicted-values.ts';
import { decilesOf } from './deciles.ts';

/** How many rows of a tenth of the predictions stayed at or below what was predicted. */
export type CoverageDecile = Readonly<{
  decile: number;
  rows: number;
  mean_predicted: number;
  /** Share of the rows whose target is not above the prediction. */
  covered: number;
}>;

/** Whether a predicted quantile is one: everywhere about the same share of the targets stays below it. */
export function quantileCoverage(values: PredictedValues): CoverageDecile[] {
  const { labels, scores } = values;
  return decilesOf(values).map((group, place) => {
    const share = (of: (row: number) => number): number =>
      group.reduce((total, row) => total + of(row), 0) / group.length;
    return {
      decile: place + 1,
      rows: group.length,
      mean_predicted: share((row) => scores[row] ?? 0),
      covered: share((row) => ((labels[row] ?? 0) <= (scores[row] ?? 0) ? 1 : 0)),
    };
  });
}
