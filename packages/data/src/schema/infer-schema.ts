import type { CategoricalColumn, NumericColumn } from '../table/column.ts';
import type { Table } from '../table/table.ts';
import { lowerMedian } from './median.ts';
import type { CategoricalSchema, NumericSchema, Schema } from './schema.ts';

/** Describes a table so that other tables can be read and checked by it. */
export function inferSchema(table: Table): Schema {
  return {
    version: 1,
    rows: table.rowCount,
    columns: table.columns.map((column) =>
      column.kind === 'numeric' ? describeNumeric(column) : describeCategorical(column),
    ),
  };
}

function share(missing: number, rows: number): number {
  return rows === 0 ? 0 : missing / rows;
}

function describeNumeric(column: NumericColumn): NumericSchema {
  const present = column.values.filter((value) => !Number.isNaN(value));
  let min = Infinity;
  let max = -Infinity;
  for (const value of present) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const empty = present.length === 0;
  return {
    name: column.name,
    kind: 'numeric',
    type: column.integer ? 'integer' : 'number',
    min: empty ? null : min,
    max: empty ? null : max,
    median: lowerMedian(present) ?? null,
    missing: share(column.missing, column.values.length),
  };
}

function describeCategorical(column: CategoricalColumn): CategoricalSchema {
  const counts = new Float64Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  const most = counts.reduce((best, count, code) => (count > (counts[best] ?? 0) ? code : best), 0);
  return {
    name: column.name,
    kind: 'categorical',
    type: typeof column.levels[0] === 'number' ? 'integer' : 'string',
    levels: column.levels,
    mode: counts[most] === 0 ? null : (column.levels[most] ?? null),
    missing: share(column.missing, column.codes.length),
  };
}
