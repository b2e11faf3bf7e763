import type { Interval } from './percentile.ts';

/** Standard normal quantiles: of 97.5 %, and of 99.95 %. */
export const normalQuantile = { of95: 1.959963984540054, of999: 3.290526731491896 } as const;

/**
 * Wilson's score interval of a share: where the true share may lie when `successes` of `trials` were seen.
 * Never outside [0, 1], and right also for few rows and for shares near 0 or 1; NaN without trials.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927).
 *
 * @param z normal quantile of the confidence. Default that of 95 %.
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  z: number = normalQuantile.of95,
): Interval {
  const share = successes / trials;
  const z2 = (z * z) / trials;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = (z / (1 + z2)) * Math.sqrt((share * (1 - share) + z2 / 4) / trials);
  // At the ends the formula gives 0 and 1 up to rounding.
  const low = successes === 0 ? 0 : centre - half;
  const high = successes === trials ? 1 : centre + half;
  return trials > 0 ? { low, high } : { low: NaN, high: NaN };
}
