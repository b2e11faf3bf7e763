import type { Interval } from './percentile.ts';
import { percentileInterval } from './percentile.ts';
import type { MetricDirection } from './metric.ts';

/** Of the values, the places of those no better and no worse than the best can be told to be: within its interval. */
export function tiesWithin(values: readonly number[], { low, high }: Interval): number[] {
  return values.flatMap((value, place) => (value >= low && value <= high ? [place] : []));
}

/** Which run is best, and which cannot be told apart from it. Numbers are places in the input. */
export interface PairedTies {
  readonly best: number;
  readonly ties: readonly number[];
}

export interface PairedTiesOptions {
  /** The metric of each run on the rows themselves; at least one. */
  readonly values: readonly number[];
  /** The metric's values over the same resamples, per run. */
  readonly resampled: readonly Float64Array[];
  readonly direction: MetricDirection;
  /** Default 0.95. */
  readonly level?: number;
}

/**
 * The runs that tie with the best: those for which the interval of the paired difference holds 0. Sharper than
 * comparing two intervals, because all runs are judged on the same rows. Of equal values the first is best.
 */
export function pairedTies({
  values,
  resampled,
  direction,
  level = 0.95,
}: PairedTiesOptions): PairedTies {
  const sign = direction === 'maximize' ? 1 : -1;
  const best = values.reduce(
    (leader, value, place) =>
      sign * value > sign * (values[leader] ?? Number.NaN) ? place : leader,
    0,
  );
  const leading = resampled[best];
  const ties = resampled.flatMap((series, place) => {
    if (place === best || !leading) {
      return [];
    }
    const differences = series.map((value, b) => (leading[b] ?? Number.NaN) - value);
    const interval = percentileInterval(differences, level);
    return interval.low <= 0 && interval.high >= 0 ? [place] : [];
  });
  return { best, ties };
}
