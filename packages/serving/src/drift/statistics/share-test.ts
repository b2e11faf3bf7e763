import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';

/** How many rows of a sample have something, of how many. */
export interface Share {
  readonly count: number;
  readonly rows: number;
}

/**
 * How likely it is by chance that a share of two samples differs so much, also where it is rare: given how
 * many rows have it in all, those of the current sample are binomial. Twice the smaller tail; exact for a
 * rare thing, and on the safe side for a frequent one.
 *
 * Source: E. L. Lehmann, Testing Statistical Hypotheses (1959), section 4.5 (comparing two Poissons).
 */
export function shareTest(reference: Share, current: Share): number {
  const all = reference.count + current.count;
  const rows = reference.rows + current.rows;
  if (all === 0 || rows === 0) return 1;
  const share = current.rows / rows;
  const atMost = binomialCdf(current.count, all, share);
  const atLeast = binomialCdf(reference.count, all, 1 - share);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}
