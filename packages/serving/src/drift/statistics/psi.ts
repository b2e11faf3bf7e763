import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { smoothedShares } from './smoothed-shares.ts';

/**
 * Population stability index of counts over the same bins: Σ (q − p) ln(q / p) of the smoothed shares.
 * 0 for equal shares; by convention 0.1 is a small change and 0.25 a large one.
 *
 * Source: N. Siddiqi, Credit Risk Scorecards (2006), chapter 14.
 */
export function psi(reference: readonly number[], current: readonly number[]): number {
  const { p, q } = smoothedShares(reference, current);
  return p.reduce((sum, share, bin) => {
    const other = q[bin] ?? share;
    return sum + (other - share) * Math.log(other / share);
  }, 0);
}

/**
 * How large PSI gets by chance: with probability `alpha` two samples of one distribution exceed it. PSI
 * of n and m rows in B bins is about (1/n + 1/m) times a χ² variable of B − 1 degrees of freedom.
 *
 * Source: B. Yurdakul, Statistical Properties of Population Stability Index (2018), theorem 3.2.
 */
export function psiByChance(options: {
  readonly referenceRows: number;
  readonly currentRows: number;
  readonly bins: number;
  readonly alpha: number;
}): number {
  const { referenceRows, currentRows, bins, alpha } = options;
  if (bins < 2 || referenceRows === 0 || currentRows === 0) return 0;
  return (1 / referenceRows + 1 / currentRows) * chisquareQuantile(1 - alpha, bins - 1);
}
