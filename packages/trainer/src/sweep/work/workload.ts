import type { Codec } from '@xgflow/model';
import type { Task } from '../../metrics/index.ts';

/** What every job of a sweep reads: the features, coded, and what is to be predicted in each row. */
export interface Workload {
  readonly task: Task;
  readonly columns: ReturnType<Codec['encodeTable']>;
  /** Class codes (binary: 1 is positive), or values. */
  readonly labels: Float64Array;
  /** Margin that each row starts from: the logarithm of its exposure. */
  readonly baseMargin?: Float32Array;
}
