import type { EvalHistory } from '../callbacks/callback.ts';
import type { EarlyStoppingOptions } from '../callbacks/early-stopping.ts';
import type { Column } from '../dmatrix/columns.ts';
import { DMatrix } from '../dmatrix/dmatrix.ts';
import type { DMatrixOptions, DenseOptions, SparseOptions } from '../dmatrix/dmatrix-options.ts';
import type { SparseRows } from '../dmatrix/sparse.ts';
import type { TrainParams } from '../params/train-params.ts';

/**
 * Data that can be sent to another thread: what DMatrix.fromDense, fromCSR or fromColumns takes. Arrays are
 * copied on the way, unless they lie in a SharedArrayBuffer.
 */
export type TableData =
  | ({ values: Float32Array | Float64Array } & DenseOptions)
  | ({ sparse: SparseRows } & SparseOptions)
  | ({ columns: readonly Column[] } & DMatrixOptions);

/** A whole training as plain data. Functions cannot be sent: for callbacks and custom objectives use train(). */
export interface TrainJob {
  params: TrainParams;
  data: TableData;
  /** Boosting rounds, at least 1. */
  rounds: number;
  evals?: readonly { name: string; data: TableData }[];
  earlyStopping?: EarlyStoppingOptions;
  /** Bytes of a model to add rounds to. */
  continueFrom?: Uint8Array;
}

/** What happened in one round. */
export interface RoundReport {
  /** 0-based. */
  round: number;
  /** The round's scores: `scores[dataName][metric]`. */
  scores: Record<string, Record<string, number>>;
}

/** What the worker sends back at the end. */
export interface JobResult {
  model: Uint8Array<ArrayBuffer>;
  history: EvalHistory;
  rounds: number;
  bestIteration?: number;
  bestScore?: number;
}

/** Makes the matrix that the data describes. */
export function matrixOf(data: TableData): DMatrix {
  if ('columns' in data) return DMatrix.fromColumns(data.columns, data);
  return 'sparse' in data
    ? DMatrix.fromCSR(data.sparse, data)
    : DMatrix.fromDense(data.values, data);
}
