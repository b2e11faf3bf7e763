import type { Table } from '../../src/index.ts';

/** Everything that a table holds, numbers as their bits: −0 is not 0. */
export function typedBytes(table: Table): unknown[] {
  return table.columns.map((column) =>
    column.kind === 'numeric'
      ? { ...column, values: [...new BigUint64Array(Float64Array.from(column.values).buffer)] }
      : { ...column, codes: [...column.codes] },
  );
}
