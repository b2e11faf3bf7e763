import type { Table } from '@xgflow/data';
import { TooLargeError } from './too-large-error.ts';

/** Whether the numbers of some columns can be learned from: XGBoost computes with 32-bit floats. @throws TooLargeError */
export function checkFloats(table: Table, columns: readonly string[]): void {
  for (const name of columns) {
    const column = table.column(name);
    if (column.kind !== 'numeric') continue;
    const row = column.values.findIndex((value) => Math.abs(Math.fround(value)) === Infinity);
    if (row >= 0) throw new TooLargeError(name, row + 1, column.values[row] ?? NaN);
  }
}
