import { positiveCount, scoreLevels } from '../score-levels.ts';
import type { ScoredRows } from '../scored-rows.ts';

/** A point of the precision–recall curve, when scores of at least `threshold` count as positive. */
export type PrecisionRecallPoint = Readonly<{
  /** Null for the last point, where nothing counts as positive. */
  threshold: number | null;
  /** Share of the found rows that are positive. */
  precision: number;
  /** Share of the positive rows that are found. */
  recall: number;
}>;

/**
 * One point for each distinct score, thresholds ascending, then precision 1 at recall 0: scikit-learn's
 * `precision_recall_curve`. Recall is 1 everywhere when no row is positive, as there.
 */
export function precisionRecallPoints(sample: ScoredRows): PrecisionRecallPoint[] {
  const positives = positiveCount(sample.labels);
  const points = scoreLevels(sample).map((level) => ({
    threshold: level.score,
    precision: level.positives / level.rows,
    recall: positives === 0 ? 1 : level.positives / positives,
  }));
  return [...points.toReversed(), { threshold: null, precision: 1, recall: 0 }];
}
