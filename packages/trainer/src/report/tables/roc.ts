import { positiveCount, scoreLevels } from '../score-levels.ts';
import type { ScoredRows } from '../scored-rows.ts';

/** A point of the ROC curve: what is found, and at what price, when scores of at least `threshold` count as positive. */
export type RocPoint = Readonly<{
  /** Infinity for the first point, where nothing counts as positive. */
  threshold: number;
  /** Share of the negative rows that count as positive. */
  false_positive_rate: number;
  /** Share of the positive rows that count as positive. */
  true_positive_rate: number;
}>;

/**
 * One point for each distinct score, thresholds descending, after the point where nothing counts as
 * positive: scikit-learn's `roc_curve(drop_intermediate=False)`. A rate is NaN when its class has no row.
 */
export function rocPoints(sample: ScoredRows): RocPoint[] {
  const positives = positiveCount(sample.labels);
  const negatives = sample.labels.length - positives;
  const none = { score: Infinity, positives: 0, rows: 0 };
  return [none, ...scoreLevels(sample)].map((level) => ({
    threshold: level.score,
    false_positive_rate: (level.rows - level.positives) / negatives,
    true_positive_rate: level.positives / positives,
  }));
}
