/** Added to every count: Jeffreys' prior, so that no share is 0 and no logarithm infinite. */
const pseudoCount = 0.5;

/**
 * Counts of two samples over the same bins as shares, smoothed by half a row a bin. Bins that are empty
 * in both samples are left out: they say nothing.
 */
export function smoothedShares(
  reference: readonly number[],
  current: readonly number[],
): { readonly p: number[]; readonly q: number[] } {
  const used = [...reference.keys()].filter(
    (bin) => (reference[bin] ?? 0) > 0 || (current[bin] ?? 0) > 0,
  );
  const share = (counts: readonly number[]): number[] => {
    const rows = used.reduce((sum, bin) => sum + (counts[bin] ?? 0), 0);
    const all = rows + pseudoCount * used.length;
    return used.map((bin) => ((counts[bin] ?? 0) + pseudoCount) / all);
  };
  return { p: share(reference), q: share(current) };
}
