import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';

/** Pearson's test that two samples have the same shares. */
export interface ChiSquare {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Pearson's χ² of counts of two samples over the same bins; scipy's `chi2_contingency` without
 * correction. Its p-value holds where at least about five rows are expected in each bin: see `poolBins`.
 *
 * @returns undefined where a sample is empty, or fewer than two bins are filled
 */
export function chiSquare(
  reference: readonly number[],
  current: readonly number[],
): ChiSquare | undefined {
  const total = (counts: readonly number[]): number =>
    counts.reduce((all, count) => all + count, 0);
  const [n, m] = [total(reference), total(current)];
  const used = [...reference.keys()].filter(
    (bin) => (reference[bin] ?? 0) + (current[bin] ?? 0) > 0,
  );
  if (n === 0 || m === 0 || used.length < 2) return undefined;
  const statistic = used.reduce((sum, bin) => {
    const [a, b] = [reference[bin] ?? 0, current[bin] ?? 0];
    // Both cells of a bin at once: their distances from what is expected are equal and opposite.
    const expected = ((a + b) * n) / (n + m);
    return sum + ((a - expected) ** 2 * (n + m) ** 2) / ((a + b) * n * m);
  }, 0);
  const degreesOfFreedom = used.length - 1;
  return { statistic, degreesOfFreedom, pValue: 1 - chisquareCdf(statistic, degreesOfFreedom) };
}
