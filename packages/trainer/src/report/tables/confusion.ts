import { confusion } from '../../metrics/confusion.ts';
import type { ScoredRows } from '../scored-rows.ts';

/** One cell of the confusion matrix. */
export type ConfusionCell = Readonly<{
  actual: string;
  predicted: string;
  rows: number;
  /** Share of the rows that are actually of this class; NaN when there is none. */
  share_of_actual: number;
}>;

/** The four cells at a threshold, the negative class first; a row is decided positive above it. */
export function confusionCells(
  sample: ScoredRows,
  [negative, positive]: readonly [string, string],
  threshold = 0.5,
): ConfusionCell[] {
  const counts = confusion({ ...sample, threshold, weights: undefined });
  const { trueNegatives, falsePositives, falseNegatives, truePositives } = counts;
  const row = (actual: string, asNegative: number, asPositive: number): ConfusionCell[] =>
    [
      { predicted: negative, rows: asNegative },
      { predicted: positive, rows: asPositive },
    ].map(({ predicted, rows }) => ({
      actual,
      predicted,
      rows,
      share_of_actual: rows / (asNegative + asPositive),
    }));
  return [
    ...row(negative, trueNegatives, falsePositives),
    ...row(positive, falseNegatives, truePositives),
  ];
}
