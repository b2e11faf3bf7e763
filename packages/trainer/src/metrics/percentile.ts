/** A range that holds a metric's true value with the given confidence. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The central `level` share of the values, by linear interpolation as NumPy's `percentile`; values that are not
 * finite are left out. Both bounds are NaN if none is left.
 */
export function percentileInterval(values: Float64Array, level: number): Interval {
  const sorted = values.filter(Number.isFinite).sort();
  if (sorted.length === 0) {
    return { low: Number.NaN, high: Number.NaN };
  }
  const tail = (1 - level) / 2;
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
}

/** Linear interpolation between the two nearest, as NumPy's default. @param sorted ascending, not empty */
export function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
