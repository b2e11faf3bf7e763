import type { BinarySample } from './binary-sample.ts';

/** Whether a larger or a smaller value is better. */
export type MetricDirection = 'maximize' | 'minimize';

/**
 * A metric of binary classification.
 *
 * `needs` says what it judges: `labels`, the decisions at the threshold, or `scores`, the probabilities themselves.
 */
export interface Metric {
  readonly direction: MetricDirection;
  readonly needs: 'labels' | 'scores';
  /** @throws {UndefinedMetricError} where the metric has no value, such as AUC of one class. */
  readonly of: (sample: BinarySample) => number;
}
