import { bootstrapSteps } from '../../metrics/bootstrap.ts';
import { inTurns } from '../../metrics/in-turns.ts';
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
 * same resamples of the rows, so what is hard about a row counts against both and cancels. Of 500,000 rows it takes many
 * seconds, in which the event loop goes on.
 *
 * Source: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 13 and 16.
 *
 * @throws {MetricInputError} · {UnknownMetricError} for a metric of another task · {UndefinedMetricError} where the
 *   metric has no value on all rows · the signal's reason when aborted
 */
export async function pairedGain(
  options: PairedGainOptions,
  signal?: AbortSignal,
): Promise<PairedGain> {
  const { candidate, champion, labels, level, metric, resamples, seed } = options;
  const direction = directionOf(metric);
  const gainOf = (own: number, other: number): number =>
    lossOf(other, direction) - lossOf(own, direction);
  const valueOf = ({ judgement, scores }: ModelScores): number =>
    judge(labels, scores, judgement).value(metric);
  const [own, other] = [valueOf(candidate), valueOf(champion)];
  const steps = bootstrapSteps({
    labels,
    runs: [candidate, champion],
    names: [metric],
    random: new RandomState(seed),
    resamples,
  });
  const [owns, others] = await inTurns(steps, signal);
  const gains = Float64Array.from({ length: resamples }, (_, b) =>
    gainOf(owns?.[metric][b] ?? NaN, others?.[metric][b] ?? NaN),
  );
  const defined = gains.filter(Number.isFinite).length;
  return {
    metric,
    direction,
    candidate: own,
    champion: other,
    gain: gainOf(own, other),
    // A few resamples that happen to have a value are not the noise of all of them.
    ...(defined < resamples / 2 ? { low: NaN, high: NaN } : percentileInterval(gains, level)),
    defined,
  };
}
