import type { RandomDraws } from './random-draws.ts';

/**
 * Rows of each class drawn without replacement, class after class; position for position imbalanced-learn's
 * `RandomUnderSampler(random_state=seed).sample_indices_`.
 *
 * @param classes positions of each class's rows, by code in ascending order
 * @param kept rows to keep, by code; classes without a number keep all of them
 */
export function randomUnder(
  classes: ReadonlyMap<number, Int32Array>,
  kept: ReadonlyMap<number, number>,
  random: RandomDraws,
): Int32Array {
  return Int32Array.from(
    [...classes].flatMap(([code, rows]) => {
      const count = kept.get(code);
      if (count === undefined) return [...rows];
      return [...random.permutation(rows.length).subarray(0, count)].map(
        (place) => rows[place] ?? 0,
      );
    }),
  );
}
