import type { Table } from '@xgflow/data';
import { cellReader } from '../codec/cell-reader.ts';
import type { CellSource } from '../codec/cell-source.ts';
import { BadFieldError } from '../errors/bad-field-error.ts';
import { CodecError } from '../errors/codec-error.ts';

const EXPECTED = 'a number above 0';

/**
 * The natural log of each row's exposure, which the booster takes as its base margin: twice the
 * exposure is twice the prediction. Cells are read as those of a numeric feature, but one that is
 * empty, zero or negative is refused: there is no exposure to assume.
 *
 * @param name the exposure's column
 * @param missingTokens texts that mean missing
 * @throws {BadFieldError}
 */
export function logExposure(
  name: string,
  source: CellSource,
  missingTokens: readonly string[],
): Float64Array {
  const reader = cellReader({ kind: 'numeric', name, type: 'float' }, new Set(missingTokens));
  const cell = source.column(name);
  return logs(source.rows, (row) => {
    const value = cell(row);
    const number = reader.read(value);
    if (typeof number === 'number' && number > 0) return number;
    throw refusal({ row: source.first + row, field: name, value, place: source.place(row) });
  });
}

/**
 * The same of a table that has the column.
 *
 * @throws {BadFieldError} · {CodecError} a categorical column
 */
export function logExposureOfTable(name: string, table: Table): Float64Array {
  const column = table.column(name);
  if (column.kind !== 'numeric') {
    throw new CodecError(
      `the exposure is categorical in the table · column ${JSON.stringify(name)} · read it as a number`,
    );
  }
  return logs(table.rowCount, (row) => {
    const value = column.values[row] ?? Number.NaN;
    if (value > 0) return value;
    throw refusal({ row: row + 1, field: name, value, place: `row ${row + 1}` });
  });
}

function logs(rows: number, exposureOf: (row: number) => number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => Math.log(exposureOf(row)));
}

function refusal(at: { row: number; field: string; value: unknown; place: string }): BadFieldError {
  const advice = 'give the exposure of every row, or leave the row out';
  return new BadFieldError({ ...at, expected: EXPECTED, advice });
}
