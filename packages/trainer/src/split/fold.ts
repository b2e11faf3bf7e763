import { SplitError } from './split-error.ts';

/** One fold of a cross-validation: row numbers in ascending order. */
export interface Fold {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** Makes folds from the number of the fold in which each row is validated. */
export function foldsFromAssignment(assignment: Int32Array, folds: number): Fold[] {
  const sizes = new Int32Array(folds);
  for (const fold of assignment) {
    sizes[fold] = (sizes[fold] ?? 0) + 1;
  }
  return Array.from(sizes, (size, fold) => {
    const test = new Int32Array(size);
    const train = new Int32Array(assignment.length - size);
    let v = 0;
    let t = 0;
    assignment.forEach((assigned, row) => {
      if (assigned === fold) {
        test[v++] = row;
      } else {
        train[t++] = row;
      }
    });
    return { train, test };
  });
}

/** @throws {SplitError} unless there are at least two folds and a row for each. */
export function checkFolds(folds: number, n: number): void {
  if (!Number.isInteger(folds) || folds < 2) {
    throw new SplitError(
      'folds',
      folds,
      `folds ${folds} is out of range · search.folds · give an integer of at least 2`,
    );
  }
  if (n < folds) {
    throw new SplitError(
      'folds',
      folds,
      `${n} rows cannot make ${folds} folds · search.folds · give more rows or fewer folds`,
    );
  }
}
