import type { RandomState } from './random-state.ts';

/**
 * How many of `draws` rows to take from each class so that shares are kept: whole parts first, the rest to the largest
 * remainders, ties broken at random. Equal to scikit-learn's `_approximate_mode`, its use of the generator included.
 *
 * @param counts rows per class
 * @param draws rows to take in all, at most the sum of `counts`
 */
export function approximateMode(
  counts: readonly number[],
  draws: number,
  random: RandomState,
): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  // The division comes first, as in NumPy: the other order rounds differently.
  const continuous = counts.map((count) => (count / total) * draws);
  const taken = continuous.map(Math.floor);
  const remainders = continuous.map((value, index) => value - (taken[index] ?? 0));
  let missing = Math.trunc(draws - taken.reduce((sum, count) => sum + count, 0));

  const levels = [...new Set(remainders)].sort((a, b) => b - a);
  for (const level of levels) {
    if (missing <= 0) {
      break;
    }
    const tied = Int32Array.from(
      remainders.flatMap((value, index) => (value === level ? [index] : [])),
    );
    // Drawn even when all of them are taken: scikit-learn consumes the generator here too.
    const chosen = random.permutation(tied).subarray(0, missing);
    for (const index of chosen) {
      taken[index] = (taken[index] ?? 0) + 1;
    }
    missing -= chosen.length;
  }
  return taken;
}
