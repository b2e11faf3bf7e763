import type { Cut } from './cuts.ts';
import { costOf, rowCounts } from './judge.ts';
import type { ThresholdRule } from './threshold-rule.ts';

/** What a given threshold does to some rows. */
export function cutAt(threshold: number, labels: ArrayLike<number>, scores: Scores): Cut {
  let [flagged, truePositives] = [0, 0];
  for (const [row, score] of scores.entries()) {
    if (score <= threshold) continue;
    flagged += 1;
    truePositives += labels[row] ?? 0;
  }
  return { threshold, flagged, truePositives };
}

type Scores = Float32Array | Float64Array;

/** The share of the rows that are decided positive. */
export function flaggedShare(threshold: number, scores: Scores): number {
  return cutAt(threshold, [], scores).flagged / scores.length;
}

/** What wrong decisions cost, for each row. */
export function costPerRow(
  rule: Extract<ThresholdRule, { by: 'cost' }>,
  threshold: number,
  { labels, scores }: { readonly labels: ArrayLike<number>; readonly scores: Scores },
): number {
  return costOf(cutAt(threshold, labels, scores), rowCounts(labels), rule);
}
