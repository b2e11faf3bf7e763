import type { ColumnSchema, Schema, Table } from '@xgflow/data';
import type { Feature } from '../codec/feature.ts';
import { encodeDense } from '../codec/encode-table.ts';
import type { ColumnSpec } from './signature.ts';

/** Rows in the terms of the signature: numbers and levels; null is missing. */
export type ExampleRows = readonly (readonly (number | string | null)[])[];

/** The features, and the exposure as one more where there is one. */
export function exampleFeatures(features: readonly Feature[], exposure?: string): Feature[] {
  if (exposure === undefined) return [...features];
  const others = features.filter(({ name }) => name !== exposure);
  return [...others, { kind: 'numeric', name: exposure, type: 'float' }];
}

/**
 * One made-up row: medians and the most frequent levels. No row of the user's data. An exposure that
 * the schema does not know is 1.
 */
export function syntheticRow(
  features: readonly Feature[],
  schema: Schema,
  exposure?: string,
): ExampleRows {
  const byName = new Map(schema.columns.map((column) => [column.name, column]));
  return [
    features.map((feature) => {
      const value = typical(feature, byName.get(feature.name));
      return value ?? (feature.name === exposure ? 1 : null);
    }),
  ];
}

function typical(feature: Feature, column: ColumnSchema | undefined): number | string | null {
  if (feature.kind === 'numeric') {
    return column?.kind === 'numeric' ? (column.median ?? null) : null;
  }
  const mode = column?.kind === 'categorical' ? column.mode : null;
  return feature.levels.find((level) => level === mode) ?? null;
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
      const value =
        column.kind === 'numeric' ? column.values[row] : codes.values[row * codes.cols + col];
      if (value === undefined || Number.isNaN(value)) return null;
      return feature.kind === 'numeric' ? value : (feature.levels[value] ?? null);
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

function cellText(value: number | string | null, type: ColumnSpec['type']): string {
  const text = JSON.stringify(value);
  return type === 'double' && /^-?\d+$/.test(text) ? `${text}.0` : text;
}
