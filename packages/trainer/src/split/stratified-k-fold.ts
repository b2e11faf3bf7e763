import { groupByClass } from './class-groups.ts';
import { codeAsName } from './class-name.ts';
import type { ClassName } from './class-name.ts';
import type { Fold } from './fold.ts';
import { checkFolds, foldsFromAssignment } from './fold.ts';
import { SplitError } from './split-error.ts';

/**
 * Folds that keep the shares of the classes and the order of the rows; equal to scikit-learn's
 * `StratifiedKFold(folds, shuffle=False)`, except that a class with fewer rows than folds is an error
 * (scikit-learn warns, and some folds then lack the class).
 *
 * @param labels class code per row
 * @throws {SplitError} for fewer than two folds, fewer rows than folds, or a class with fewer rows than folds.
 */
export function stratifiedKFold({
  labels,
  folds,
  nameOf = codeAsName,
}: {
  labels: ArrayLike<number>;
  folds: number;
  /** What messages call a class. Default: its code. */
  nameOf?: ClassName;
}): Fold[] {
  checkFolds(folds, labels.length);
  const classes = groupByClass(labels).sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
  const assignment = new Int32Array(labels.length);
  let start = 0;
  for (const { code, rows } of classes) {
    if (rows.length < folds) {
      throw new SplitError(
        'folds',
        folds,
        `class ${nameOf(code)} has ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, fewer than the ${folds} folds · search.folds · give fewer folds or more rows of it`,
      );
    }
    assignBlocks(assignment, rows, start, folds);
    start += rows.length;
  }
  return foldsFromAssignment(assignment, folds);
}

/**
 * Gives the class's rows to folds in consecutive blocks. The size of fold f's block is how often f comes up when all
 * rows, sorted by class, are dealt out in turn; `start` is the place of the class's first row in that deal.
 */
function assignBlocks(
  assignment: Int32Array,
  rows: Int32Array,
  start: number,
  folds: number,
): void {
  const sizes = new Int32Array(folds);
  for (let place = start; place < start + rows.length; place++) {
    sizes[place % folds] = (sizes[place % folds] ?? 0) + 1;
  }
  let next = 0;
  sizes.forEach((size, fold) => {
    rows.subarray(next, next + size).forEach((row) => (assignment[row] = fold));
    next += size;
  });
}
