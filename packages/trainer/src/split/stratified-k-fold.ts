import { stratifiedAssignment } from '@xgflow/xgboost-node';
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
  for (const { code, rows } of classes) {
    if (rows.length < folds) {
      throw new SplitError(
        'folds',
        folds,
        `class ${nameOf(code)} has ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, fewer than the ${folds} folds · search.folds · give fewer folds or more rows of it`,
      );
    }
  }
  return foldsFromAssignment(stratifiedAssignment(labels, folds), folds);
}
