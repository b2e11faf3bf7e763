import { bootstrap } from '../../metrics/bootstrap.ts';
import { directionOf, judge, lossOf } from '../../metrics/index.ts';
import type { Judgement, MetricDirection, MetricName } from '../../metrics/index.ts';
import { percentileInterval } from '../../metrics/percentile.ts';
import { RandomState } from '../../split/index.ts';

/** What one model says of the rows. */
export interface ModelScores {
  /** One score a row (of each class in turn for several classes), as the model's predictor gives them. */
  readonly scores: Float32Array;
  /** By the model's own threshold: labels are decided as its scorers decide them. */
  readonly judgement: Judgement;
}

export interface PairedGainOptions {
  readonly metric: MetricName;
  /** True class codes or values, one a row. */
  readonly labels: ArrayLike<number>;
  readonly candidate: ModelScores;
  readonly champion: ModelScores;
  readonly resamples: number;
  /** Confidence of the interval, such as 0.95. */
  readonly level: number;
  readonly seed: number;
}

/** How much better the candidate is than the champion, on the same rows. */
export interface PairedGain {
  readonly metric: MetricName;
  readonly direction: MetricDirection;
  readonly candidate: number;
  readonly champion: number;
  /** Difference in the metric's direction: positive is better, whichever way the metric goes. */
  readonly gain: number;
  /** Percentile bootstrap interval of the gain; NaN where fewer than half of the resamples have one. */
  readonly low: number;
  readonly high: number;
  /** Resamples in which the metric is defined for both. */
  readonly defined: number;
}

/**
 * The difference of a metric between two models with its paired bootstrap interval: both models are judged on the
 * same resamples of the rows, so what is hard about a row counts against both and cancels.
 *
 * Source: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 13 and 16.
 *
 * @throws {MetricInputError} · {UnknownMetricError} for a metric of another task · {UndefinedMetricError} where the
 *   metric has no value on all rows
 */
export function pairedGain(options: PairedGainOptions): PairedGain {
  const { level, metric, resamples } = options;
  const direction = directionOf(metric);
  const own = measured(options, options.candidate);
  const other = measured(options, options.champion);
  const gainOf = (candidate: number, champion: number): number =>
    lossOf(champion, direction) - lossOf(candidate, direction);
  const gains = Float64Array.from({ length: resamples }, (_, b) =>
    gainOf(own.resampled[b] ?? NaN, other.resampled[b] ?? NaN),
  );
  const defined = gains.filter(Number.isFinite).length;
  return {
    metric,
    direction,
    candidate: own.value,
    champion: other.value,
    gain: gainOf(own.value, other.value),
    // A few resamples that happen to have a value are not the noise of all of them.
    ...(defined < resamples / 2 ? { low: NaN, high: NaN } : percentileInterval(gains, level)),
    defined,
  };
}

interface Measured {
  readonly value: number;
  readonly resampled: Float64Array;
}

/** A generator of its own with the same seed: the same resamples, though the thresholds may differ. */
function measured(
  { labels, metric, resamples, seed }: PairedGainOptions,
  { judgement, scores }: ModelScores,
): Measured {
  const random = new RandomState(seed);
  const [values] = bootstrap({
    labels,
    scores: [scores],
    names: [metric],
    random,
    resamples,
    judgement,
  });
  return {
    value: judge(labels, scores, judgement).value(metric),
    resampled: values?.[metric] ?? new Float64Array(),
  };
}
