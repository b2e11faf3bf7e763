import type { Codec } from '@xgflow/model';
import type { Table } from '@xgflow/data';

/** What every job of a sweep reads: the features, coded, and one class code a row. */
export interface Workload {
  readonly columns: ReturnType<Codec['encodeTable']>;
  readonly labels: Uint8Array;
}

/** The features of `table` as the codec orders and codes them, with the target's class codes. */
export function workload(codec: Codec, table: Table, labels: Uint8Array): Workload {
  return { columns: codec.encodeTable(table), labels };
}
