import { createHash } from 'node:crypto';
import { stratifiedKFold } from '../split/stratified-k-fold.ts';
import { trainTestSplit } from '../split/train-test-split.ts';

/** Row numbers of the table, as scikit-learn's splitters give them (0-based). */
export interface FoldRows {
  readonly train: Int32Array;
  readonly validation: Int32Array;
}

/** Which rows train, validate and test. Variants with an equal `key` share their matrices. */
export interface SplitPlan {
  readonly key: string;
  readonly trainRows: Int32Array;
  readonly testRows: Int32Array;
  readonly folds: readonly FoldRows[];
}

export interface SplitSettings {
  readonly testSize: number;
  readonly seed: number;
  readonly stratify: boolean;
  readonly folds: number;
}

/**
 * The train/test split of scikit-learn's `train_test_split`, and `StratifiedKFold(folds)` over the
 * training part.
 *
 * @param labels one class code a row
 * @throws SplitError when a class is too small for the folds, or a part would be empty
 */
export function planSplit(labels: Uint8Array, settings: SplitSettings): SplitPlan {
  const { train, test } = trainTestSplit({
    n: labels.length,
    testSize: settings.testSize,
    seed: settings.seed,
    ...(settings.stratify ? { stratify: labels } : {}),
  });
  const folds = stratifiedKFold({
    labels: train.map((row) => labels[row] ?? 0),
    folds: settings.folds,
  });
  const toRows = (positions: Int32Array): Int32Array =>
    positions.map((position) => train[position] ?? -1);
  return {
    key: createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16),
    trainRows: train,
    testRows: test,
    folds: folds.map(({ train: fit, test: validation }) => ({
      train: toRows(fit),
      validation: toRows(validation),
    })),
  };
}
