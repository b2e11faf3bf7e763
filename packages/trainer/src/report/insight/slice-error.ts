import { unitDeviance } from '../../metrics/regression/deviance.ts';
import { pinballLoss } from '../../metrics/regression/pinball.ts';
import { meanInterval, ratioInterval } from '../../metrics/ratio-interval.ts';
import type { RatioEstimate } from '../../metrics/ratio-interval.ts';

/** What a slice of a regression is judged by. */
export interface SliceMetric {
  readonly name: 'mape' | 'wape' | 'mae' | 'rmse' | 'pinball' | 'deviance';
  /** For `pinball`. Default 0.5. */
  readonly quantileAlpha?: number | undefined;
  /** For `deviance`. */
  readonly deviancePower?: number | undefined;
}

/**
 * The metric of some rows with its interval: all of them are a mean over the rows, a ratio of two sums, or
 * the root of a mean, so no resampling is needed. No bound is below 0.
 *
 * @param level confidence. Default 0.95.
 * @returns NaN where the metric has no value
 */
export function sliceError(rows: OwnRows, metric: SliceMetric, level = 0.95): RatioEstimate {
  const { value, low, high } = estimate(rows, metric, level);
  const found = { value, low: Math.max(0, low), high };
  if (metric.name !== 'rmse') return found;
  return { value: Math.sqrt(value), low: Math.sqrt(found.low), high: Math.sqrt(high) };
}

interface OwnRows {
  readonly labels: Float64Array;
  readonly scores: Float64Array;
}

function estimate(
  { labels, scores }: OwnRows,
  { name, quantileAlpha = 0.5, deviancePower = 0 }: SliceMetric,
  level: number,
): RatioEstimate {
  const each = (loss: (actual: number, predicted: number) => number): Float64Array =>
    labels.map((actual, row) => loss(actual, scores[row] ?? NaN));
  const off = (actual: number, predicted: number): number => Math.abs(actual - predicted);
  switch (name) {
    case 'mae':
      return meanInterval(each(off), level);
    case 'mape':
      return meanInterval(
        each((actual, predicted) => off(actual, predicted) / Math.abs(actual)).filter(
          (_, row) => labels[row] !== 0,
        ),
        level,
      );
    case 'wape':
      return ratioInterval(each(off), each(Math.abs), level);
    case 'rmse':
      return meanInterval(
        each((actual, predicted) => (actual - predicted) ** 2),
        level,
      );
    case 'pinball':
      return meanInterval(
        each((a, p) => pinballLoss(a, p, quantileAlpha)),
        level,
      );
    case 'deviance':
      return meanInterval(
        each((a, p) => unitDeviance(a, p, deviancePower)),
        level,
      );
  }
}
