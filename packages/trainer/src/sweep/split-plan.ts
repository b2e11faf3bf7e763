import { createHash } from 'node:crypto';
import type { Task } from '../metrics/index.ts';
import { codeAsName } from '../split/class-name.ts';
import type { ClassName } from '../split/class-name.ts';
import { kFold } from '../split/k-fold.ts';
import { stratifiedKFold } from '../split/stratified-k-fold.ts';
import { trainTestSplit } from '../split/train-test-split.ts';
import { withoutCalibration } from './calibration-rows.ts';
import type { CalibrationRows } from './calibration-rows.ts';
import { labelsOf } from './work/labels-of.ts';

/** Row numbers of the table, as scikit-learn's splitters give them (0-based). */
export interface FoldRows {
  readonly train: Int32Array;
  /** Rows of the fold's training part that calibrate, and do not train. */
  readonly calibration?: Int32Array;
  readonly validation: Int32Array;
}

/** Which rows train, validate and test. Variants with an equal `key` share their matrices. */
export interface SplitPlan {
  readonly key: string;
  /** In the order of training. */
  readonly trainRows: Int32Array;
  /** Rows that calibrate the refitted model; they are in folds, but do not train it. */
  readonly calibrationRows?: Int32Array;
  readonly testRows: Int32Array;
  readonly folds: readonly FoldRows[];
}

export interface SplitSettings {
  readonly testSize: number;
  readonly seed: number;
  readonly stratify: boolean;
  readonly folds: number;
  readonly calibration?: CalibrationRows;
}

/**
 * The train/test split of scikit-learn's `train_test_split`, and over the training part
 * `StratifiedKFold(folds)`, or `KFold(folds)` for a regression. With a calibration, a stratified
 * `train_test_split` takes its rows out of the training part, and out of that of each fold.
 *
 * @param labels one class code or value a row
 * @param nameOf what messages call a class. Default: its code
 * @throws SplitError when a class is too small for the folds, or a part would be empty
 */
export function planSplit(
  labels: Float64Array,
  settings: SplitSettings,
  task: Task = 'binary',
  nameOf: ClassName = codeAsName,
): SplitPlan {
  const { train, test } = trainTestSplit({
    n: labels.length,
    testSize: settings.testSize,
    seed: settings.seed,
    ...(settings.stratify ? { stratify: labels, nameOf } : {}),
  });
  const folds =
    task === 'regression'
      ? kFold({ n: train.length, folds: settings.folds })
      : stratifiedKFold({ labels: labelsOf(train, labels), folds: settings.folds, nameOf });
  const toRows = (positions: Int32Array): Int32Array =>
    positions.map((position) => train[position] ?? -1);
  const divided = withoutCalibration(train, labels, settings.calibration);
  return {
    key: createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16),
    trainRows: divided.train,
    ...(divided.calibration ? { calibrationRows: divided.calibration } : {}),
    testRows: test,
    folds: folds.map(({ train: fit, test: validation }) => ({
      ...withoutCalibration(toRows(fit), labels, settings.calibration),
      validation: toRows(validation),
    })),
  };
}
