import { bootstrapSteps } from '../metrics/bootstrap.ts';
import { inTurns } from '../metrics/in-turns.ts';
import { directionOf, judge, valueOrNaN } from '../metrics/index.ts';
import type { Judgement, MetricDirection, MetricName } from '../metrics/index.ts';
import { percentileInterval } from '../metrics/percentile.ts';
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
 * A metric with its percentile bootstrap interval. Of many rows it takes long; the event loop goes on meanwhile.
 *
 * @throws {MetricInputError} if the rows cannot be evaluated · {UnknownMetricError} for a metric of another task · the
 *   signal's reason when aborted
 */
export async function measureMetric(
  metric: MetricName,
  { labels, scores, judgement, seed = 0, resamples = 1000 }: MeasuredRows,
  signal?: AbortSignal,
): Promise<MeasuredMetric> {
  const value = valueOrNaN(judge(labels, scores, judgement), metric);
  const steps = bootstrapSteps({
    labels,
    runs: [{ scores, judgement }],
    names: [metric],
    random: new RandomState(seed),
    resamples,
  });
  const [values] = await inTurns(steps, signal);
  const { low, high } = percentileInterval(values?.[metric] ?? new Float64Array(), 0.95);
  const bound = (each: number): number | null => (Number.isFinite(each) ? each : null);
  return { metric, direction: directionOf(metric), value, low: bound(low), high: bound(high) };
}
