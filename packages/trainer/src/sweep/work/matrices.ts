import { DMatrix } from '@xgflow/xgboost-node';
import type { SplitPlan } from '../split-plan.ts';
import type { Workload } from './workload.ts';

/** The matrices of one split, sliced from the whole table and shared by all trials of a process. */
export interface SplitMatrices extends Disposable {
  readonly train: DMatrix;
  readonly test: DMatrix;
  readonly folds: readonly { readonly train: DMatrix; readonly validation: DMatrix }[];
}

/** The whole table as one matrix; slices keep its names, types, categories, labels and base margin. */
export function wholeMatrix({ columns, labels, baseMargin }: Workload): DMatrix {
  return DMatrix.fromColumns(columns, {
    label: Float32Array.from(labels),
    ...(baseMargin ? { baseMargin } : {}),
    nthread: 1,
  });
}

export function splitMatrices(whole: DMatrix, split: SplitPlan): SplitMatrices {
  const train = whole.slice(split.trainRows);
  const test = whole.slice(split.testRows);
  const folds = split.folds.map((fold) => ({
    train: whole.slice(fold.train),
    validation: whole.slice(fold.validation),
  }));
  return {
    train,
    test,
    folds,
    [Symbol.dispose](): void {
      for (const matrix of [train, test, ...folds.flatMap((fold) => Object.values(fold))]) {
        matrix.dispose();
      }
    },
  };
}
