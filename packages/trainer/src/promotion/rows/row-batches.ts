import { csvRecords } from '@xgflow/data';
import type { Table } from '@xgflow/data';

/** Rows as a predictor takes them. */
export interface RowBatch {
  readonly names: readonly string[];
  /** Cells in the order of the names: text of a CSV file, else numbers, text, null for missing. */
  readonly rows: readonly (readonly unknown[])[];
  /** Number of `rows[0]` in its file, from 0. */
  readonly first: number;
}

const atOnce = 5000;

/** The rows of a CSV file, as they are written. @throws DataError */
export async function* csvBatches(
  file: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<RowBatch> {
  const options = { batchRows: atOnce, ...(signal ? { signal } : {}) };
  for await (const { firstRow, names, rows } of csvRecords(file, options)) {
    yield { names, rows, first: firstRow - 1 };
  }
}

/** The rows of a table. */
export function* tableBatches(table: Table): Generator<RowBatch> {
  const readers = table.columns.map((column) =>
    column.kind === 'numeric'
      ? (row: number) => present(column.values[row])
      : (row: number) => column.levels[column.codes[row] ?? -1] ?? null,
  );
  for (let first = 0; first < table.rowCount; first += atOnce) {
    const count = Math.min(atOnce, table.rowCount - first);
    const rows = Array.from({ length: count }, (_, at) => readers.map((read) => read(first + at)));
    yield { names: table.columnNames, rows, first };
  }
}

function present(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
