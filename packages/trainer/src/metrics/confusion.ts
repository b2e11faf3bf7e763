import type { BinaryRows } from './binary-rows.ts';

/** Counts of rows by true class and decision. */
export interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** The confusion matrix at the sample's threshold. */
export function confusion({ labels, scores, threshold, weights }: BinaryRows): Confusion {
  const counts = [0, 0, 0, 0];
  for (let row = 0; row < scores.length; row++) {
    const decided = (scores[row] ?? 0) > threshold ? 1 : 0;
    const cell = 2 * (labels[row] ?? 0) + decided;
    counts[cell] = (counts[cell] ?? 0) + (weights ? (weights[row] ?? 0) : 1);
  }
  const [trueNegatives = 0, falsePositives = 0, falseNegatives = 0, truePositives = 0] = counts;
  return { truePositives, falsePositives, trueNegatives, falseNegatives };
}
