import { directionOf, judge, testInterval, valueOrNaN } from '../metrics/index.ts';
import type { Judgement, MetricDirection, MetricName } from '../metrics/index.ts';
import { RandomState } from '../split/index.ts';

/** Rows to measure a metric on. */
export interface MeasuredRows {
  /** Class codes (binary: 1 is positive), or values. */
  readonly labels: ArrayLike<number>;
  /** As the model predicts them: one number a row, or one a class. */
  readonly scores: Float32Array;
  readonly judgement: Judgement;
  /** Of the bootstrap. Default 0. */
  readonly seed?: number;
  /** Default 1,000. */
  readonly resamples?: number;
}

/** A metric of some rows. */
export interface MeasuredMetric {
  readonly metric: MetricName;
  readonly direction: MetricDirection;
  /** NaN where the metric has no value. */
  readonly value: number;
  /** The 95 % bootstrap interval; null where no resample has a value. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A metric with its interval.
 *
 * @throws {MetricInputError} if the rows cannot be evaluated · {UnknownMetricError} for a metric of another task
 */
export function measureMetric(
  metric: MetricName,
  { labels, scores, judgement, seed = 0, resamples = 1000 }: MeasuredRows,
): MeasuredMetric {
  const value = valueOrNaN(judge(labels, scores, judgement), metric);
  const { low, high } = testInterval([metric], labels, scores, {
    judgement,
    resamples,
    random: new RandomState(seed),
  })[metric];
  const bound = (each: number): number | null => (Number.isFinite(each) ? each : null);
  return { metric, direction: directionOf(metric), value, low: bound(low), high: bound(high) };
}
