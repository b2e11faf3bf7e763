import { BadTableError } from '../errors/bad-table-error.ts';
import { columnLength, type Column } from './column.ts';

/**
 * The column at the given rows, in that order. Levels stay as they are, so codes keep their meaning
 * even where a level no longer occurs.
 *
 * @param rows row numbers from 0; repeats are allowed
 * @throws {BadTableError} a row number outside the column
 */
export function takeColumn(column: Column, rows: Int32Array): Column {
  const length = columnLength(column);
  for (const row of rows) {
    if (row < 0 || row >= length) {
      throw new BadTableError(`row ${row} of ${length}`, `column ${JSON.stringify(column.name)}`);
    }
  }
  let missing = 0;
  if (column.kind === 'numeric') {
    const values = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const value = column.values[rows[i] ?? 0] ?? Number.NaN;
      values[i] = value;
      if (Number.isNaN(value)) missing++;
    }
    return { ...column, values, missing };
  }
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const code = column.codes[rows[i] ?? 0] ?? -1;
    codes[i] = code;
    if (code < 0) missing++;
  }
  const { name, levels } = column;
  return { kind: 'categorical', name, levels, codes, missing };
}
