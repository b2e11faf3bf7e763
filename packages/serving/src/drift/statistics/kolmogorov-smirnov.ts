/** The largest distance of two distribution functions, and how likely it is by chance. */
export interface KolmogorovSmirnov {
  readonly statistic: number;
  readonly pValue: number;
}

/**
 * Two-sample Kolmogorov–Smirnov test on counts in ascending cells. The distance is looked at where cells
 * end, so it is the exact one for values counted one by one and never larger for ranges; the p-value is
 * the asymptotic one, which is too large rather than too small with ties and few rows.
 *
 * @returns undefined where a sample is empty
 */
export function kolmogorovSmirnov(
  reference: readonly number[],
  current: readonly number[],
): KolmogorovSmirnov | undefined {
  const [n, m] = [sum(reference), sum(current)];
  if (n === 0 || m === 0) return undefined;
  let [below, other, statistic] = [0, 0, 0];
  for (let cell = 0; cell < reference.length; cell++) {
    below += (reference[cell] ?? 0) / n;
    other += (current[cell] ?? 0) / m;
    statistic = Math.max(statistic, Math.abs(below - other));
  }
  return { statistic, pValue: kolmogorovSurvival(Math.sqrt((n * m) / (n + m)) * statistic) };
}

/**
 * Probability that Kolmogorov's variable is larger than x; scipy's `kstwobign.sf`.
 *
 * Sources: N. Smirnov, Table for estimating the goodness of fit (1948) for large x; Jacobi's theta identity,
 * whose terms fall fast where those of the first series do not, for small x.
 */
export function kolmogorovSurvival(x: number): number {
  if (x <= 0) return 1;
  if (x < 1) {
    const terms = [1, 3, 5, 7, 9].map((k) => Math.exp(-(k ** 2 * Math.PI ** 2) / (8 * x ** 2)));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum(terms);
  }
  const terms = [1, 2, 3, 4, 5].map((k) => (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k ** 2 * x ** 2));
  return Math.min(1, 2 * sum(terms));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
