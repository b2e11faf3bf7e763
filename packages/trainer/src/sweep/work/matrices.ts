import { DMatrix } from '@xgflow/xgboost-node';
import type { FoldRows, SplitPlan } from '../split-plan.ts';
import { treatedMatrix } from './treatment.ts';
import type { Treatment } from './treatment.ts';
import type { Workload } from './workload.ts';

/** Rows that a model is fitted on, and those that then calibrate it. */
export interface TrainingMatrices {
  /** Resampled and weighted. */
  readonly fit: DMatrix;
  /** As they are in the table; undefined: scores are not calibrated. */
  readonly calibration?: DMatrix;
}

export interface FoldMatrices extends TrainingMatrices {
  readonly validation: DMatrix;
}

/** The matrices of one split and treatment, shared by all trials of a process. */
export interface SplitMatrices extends TrainingMatrices, Disposable {
  /** The rows of the training part as they are in the table: `fit` itself where nothing is done to them. */
  readonly train: DMatrix;
  readonly test: DMatrix;
  readonly folds: readonly FoldMatrices[];
}

/** The whole table as one matrix; slices keep its names, types, categories, labels and base margin. */
export function wholeMatrix({ columns, labels, baseMargin }: Workload): DMatrix {
  return DMatrix.fromColumns(columns, {
    label: Float32Array.from(labels),
    ...(baseMargin ? { baseMargin } : {}),
    nthread: 1,
  });
}

/** @throws ResampleError when rows cannot be resampled as the treatment asks */
export function splitMatrices(
  whole: DMatrix,
  workload: Pick<Workload, 'columns' | 'labels'>,
  split: SplitPlan,
  treatment: Treatment = {},
): SplitMatrices {
  const treated = (rows: Int32Array): DMatrix => treatedMatrix(whole, workload, rows, treatment);
  const calibrated = (rows: Int32Array | undefined) =>
    rows ? { calibration: whole.slice(rows) } : {};
  const folds = split.folds.map(({ train, calibration, validation }: FoldRows) => ({
    fit: treated(train),
    ...calibrated(calibration),
    validation: whole.slice(validation),
  }));
  const fit = treated(split.trainRows);
  const isTreated = Object.keys(treatment).length > 0;
  const parts = {
    fit,
    train: isTreated ? whole.slice(split.trainRows) : fit,
    ...calibrated(split.calibrationRows),
    test: whole.slice(split.testRows),
  };
  return {
    ...parts,
    folds,
    [Symbol.dispose](): void {
      const all = [parts, ...folds].flatMap((part) => Object.values<DMatrix>(part));
      for (const matrix of new Set(all)) matrix.dispose();
    },
  };
}
