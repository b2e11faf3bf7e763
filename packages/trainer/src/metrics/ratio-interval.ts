import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Interval } from './percentile.ts';

/** A ratio of two sums, and where the ratio of all rows that could have been drawn may lie. */
export interface RatioEstimate extends Interval {
  readonly value: number;
}

/**
 * Σ parts / Σ wholes with its interval, by the linearised variance of a ratio and Student's t with n − 1
 * degrees of freedom. With a whole of 1 a row it is the mean and its t interval, as SciPy's.
 *
 * Source: Cochran, "Sampling Techniques" (1977), chapter 6.
 *
 * @param level confidence. Default 0.95.
 * @returns bounds of NaN for fewer than two rows; NaN throughout where the wholes add up to 0
 */
export function ratioInterval(
  parts: Float64Array,
  wholes: Float64Array,
  level = 0.95,
): RatioEstimate {
  const rows = parts.length;
  const whole = sumOf(wholes);
  if (whole === 0 || rows === 0) return { value: NaN, low: NaN, high: NaN };
  const value = sumOf(parts) / whole;
  if (rows < 2) return { value, low: NaN, high: NaN };
  const squares = parts.map((part, row) => (part - value * (wholes[row] ?? 0)) ** 2);
  const error = Math.sqrt((rows * sumOf(squares)) / (rows - 1)) / Math.abs(whole);
  const half = tQuantile((1 + level) / 2, rows - 1) * error;
  return { value, low: value - half, high: value + half };
}

/** The mean of some values with its t interval. */
export function meanInterval(values: Float64Array, level = 0.95): RatioEstimate {
  return ratioInterval(values, new Float64Array(values.length).fill(1), level);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
