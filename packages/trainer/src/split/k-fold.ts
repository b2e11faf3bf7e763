import type { Fold } from './fold.ts';
import { checkFolds, foldsFromAssignment } from './fold.ts';

/**
 * Consecutive folds, the first `n % folds` of them one row longer; equal to scikit-learn's `KFold(folds)`.
 *
 * @throws {SplitError} if there are fewer than two folds, or fewer rows than folds.
 */
export function kFold({ n, folds }: { n: number; folds: number }): Fold[] {
  checkFolds(folds, n);
  const size = Math.floor(n / folds);
  const longer = n % folds;
  const rowsInLonger = longer * (size + 1);
  const assignment = Int32Array.from({ length: n }, (_, row) =>
    row < rowsInLonger
      ? Math.floor(row / (size + 1))
      : longer + Math.floor((row - rowsInLonger) / size),
  );
  return foldsFromAssignment(assignment, folds);
}
