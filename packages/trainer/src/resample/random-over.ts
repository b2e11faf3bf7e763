import type { RandomDraws } from './random-draws.ts';

/**
 * All rows, then rows of each class drawn with replacement; position for position imbalanced-learn's
 * `RandomOverSampler(random_state=seed).sample_indices_`.
 *
 * @param classes positions of each class's rows, by code
 * @param added rows to add, by code, in ascending order of the code
 */
export function randomOver(
  classes: ReadonlyMap<number, Int32Array>,
  added: ReadonlyMap<number, number>,
  random: RandomDraws,
): Int32Array {
  const rows = [...classes.values()].reduce((sum, { length }) => sum + length, 0);
  const drawn = [...added].flatMap(([code, count]) => {
    const own = classes.get(code) ?? new Int32Array();
    return Array.from({ length: count }, () => own[random.randint(0, own.length)] ?? 0);
  });
  return Int32Array.from([...Array(rows).keys(), ...drawn]);
}
