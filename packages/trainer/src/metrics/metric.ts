import type { BinarySample } from './binary-sample.ts';
import type { MetricDirection } from './direction.ts';

/**
 * A metric of one task's samples; binary classification unless said otherwise.
 *
 * `needs` says what it judges: `labels`, the decisions, or `scores`, the predicted numbers themselves.
 */
export interface Metric<Sample = BinarySample> {
  readonly direction: MetricDirection;
  readonly needs: 'labels' | 'scores';
  /** @throws {UndefinedMetricError} where the metric has no value, such as AUC of one class. */
  readonly of: (sample: Sample) => number;
}
