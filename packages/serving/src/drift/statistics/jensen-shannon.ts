import { smoothedShares } from './smoothed-shares.ts';

/**
 * Jensen–Shannon distance of counts over the same bins, to base 2: from 0 (equal shares) to 1 (nothing in
 * common). scipy's `jensenshannon(p, q, base=2)` of the smoothed shares.
 */
export function jensenShannon(reference: readonly number[], current: readonly number[]): number {
  const { p, q } = smoothedShares(reference, current);
  const toMiddle = (shares: readonly number[]): number =>
    shares.reduce((sum, share, bin) => {
      const middle = ((p[bin] ?? 0) + (q[bin] ?? 0)) / 2;
      return sum + share * Math.log2(share / middle);
    }, 0);
  return Math.sqrt(Math.max(0, (toMiddle(p) + toMiddle(q)) / 2));
}
