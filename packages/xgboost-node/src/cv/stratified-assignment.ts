import type { RandomState } from '../random/random-state.ts';

/**
 * The fold in which each row is tested, so that each fold has its share of every class: scikit-learn's
 * `StratifiedKFold(folds)`, number for number.
 *
 * @param labels class per row
 * @param random shuffles within the classes; without one their rows are dealt out in blocks, in order
 */
export function stratifiedAssignment(
  labels: ArrayLike<number>,
  folds: number,
  random?: RandomState,
): Int32Array {
  const assignment = new Int32Array(labels.length);
  let start = 0;
  for (const rows of rowsByClass(labels)) {
    const dealt = shares(rows.length, start, folds);
    random?.shuffle(dealt);
    rows.forEach((row, at) => (assignment[row] = dealt[at] ?? 0));
    start += rows.length;
  }
  return assignment;
}

/** The rows of each class, the classes in the order in which they come up. */
function rowsByClass(labels: ArrayLike<number>): Iterable<number[]> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] ?? Number.NaN;
    const known = rows.get(label);
    if (known) known.push(row);
    else rows.set(label, [row]);
  }
  return rows.values();
}

/**
 * Folds for so many rows of a class, in ascending order. Fold f gets as many as it gets when all rows, sorted by
 * class, are dealt out in turn; `start` is the place of the class's first row in that deal.
 */
function shares(rows: number, start: number, folds: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => (start + row) % folds).sort();
}
