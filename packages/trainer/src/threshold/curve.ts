import { cuts } from './cuts.ts';
import { rowCounts, valueOf } from './judge.ts';
import type { ThresholdRule } from './threshold-rule.ts';

/** What a threshold would do to the rows that it is chosen on. */
export type ThresholdPoint = Readonly<{
  threshold: number;
  /** The rule's own measure: F1, cost per row, or recall (`capacity`). */
  value: number;
  /** Share of the rows that are decided positive. */
  flagged: number;
  /** 0 where nothing is flagged. */
  precision: number;
  recall: number;
}>;

/** The rule's measure against the threshold, from none flagged to all: one point for each way to divide the rows. */
export function thresholdCurve(
  rule: ThresholdRule,
  labels: ArrayLike<number>,
  scores: Float32Array | Float64Array,
): ThresholdPoint[] {
  const counts = rowCounts(labels);
  const { positives } = counts;
  return cuts(labels, scores).map((cut) => ({
    threshold: cut.threshold,
    value: valueOf(rule, cut, counts),
    flagged: cut.flagged / counts.rows,
    precision: cut.flagged === 0 ? 0 : cut.truePositives / cut.flagged,
    recall: positives === 0 ? 0 : cut.truePositives / positives,
  }));
}
