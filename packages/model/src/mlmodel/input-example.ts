import type { ColumnSchema, Schema, Table } from '@xgflow/data';
import type { Feature } from '../codec/feature.ts';
import { encodeDense } from '../codec/encode-table.ts';
import type { ColumnSpec } from './signature.ts';

/** Rows in the terms of the signature: numbers and level codes; NaN is missing. */
export type ExampleRows = readonly (readonly number[])[];

/** One made-up row: medians and the codes of the most frequent levels. No row of the user's data. */
export function syntheticRow(features: readonly Feature[], schema: Schema): ExampleRows {
  const byName = new Map(schema.columns.map((column) => [column.name, column]));
  return [features.map((feature) => typical(feature, byName.get(feature.name)))];
}

function typical(feature: Feature, column: ColumnSchema | undefined): number {
  if (feature.kind === 'numeric') {
    return column?.kind === 'numeric' ? (column.median ?? Number.NaN) : Number.NaN;
  }
  const mode = column?.kind === 'categorical' ? column.mode : null;
  const code = feature.levels.findIndex((level) => level === mode);
  return code < 0 ? Number.NaN : code;
}

/** The first rows of a table; only where the user asked for real ones. */
export function realRows(features: readonly Feature[], table: Table, count: number): ExampleRows {
  const rows = Int32Array.from({ length: Math.min(count, table.rowCount) }, (_, row) => row);
  const some = table.take(rows);
  const codes = encodeDense(features, some);
  return Array.from(rows, (row) =>
    features.map((feature, col) => {
      const column = some.column(feature.name);
      // Numbers as they are in the table; the float32 of the dense form would show rounding.
      const value = column.kind === 'numeric' ? column.values[row] : undefined;
      return value ?? codes.values[row * codes.cols + col] ?? Number.NaN;
    }),
  );
}

/** The example in pandas' `split` orientation. A `double` is written with a point, as Python does. */
export function splitText(columns: readonly ColumnSpec[], rows: ExampleRows): string {
  const names = JSON.stringify(columns.map(({ name }) => name));
  const data = rows.map((row) => {
    const cells = row.map((value, index) => cellText(value, columns[index]?.type ?? 'double'));
    return `[${cells.join(', ')}]`;
  });
  return `{"columns": ${names}, "data": [${data.join(', ')}]}`;
}

function cellText(value: number, type: ColumnSpec['type']): string {
  if (Number.isNaN(value)) return 'null';
  const text = String(value);
  return type === 'double' && /^-?\d+$/.test(text) ? `${text}.0` : text;
}
