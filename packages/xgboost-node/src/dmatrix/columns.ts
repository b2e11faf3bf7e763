import { describe, describeWithMask } from '../capi/index.ts';
import type { ArrayInterface, NumericArray } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { InvalidDataError } from '../errors/invalid-data-error.ts';
import type { CategoryLevels, FeatureType } from '../feature-type.ts';
import { describeLevels } from './levels.ts';

/** A column of numbers; NaN is missing. */
export interface NumericColumn {
  name: string;
  values: NumericArray;
  /** Default `float` for float arrays, `int` for integer arrays, as pandas columns get. */
  type?: Exclude<FeatureType, 'c'>;
}

/** A categorical column: row `i` has `levels[codes[i]]`; code -1 is missing. */
export interface CategoryColumn {
  name: string;
  /** At least one, all different: strings, or integers that a double holds exactly. */
  levels: CategoryLevels;
  codes: Int8Array | Int16Array | Int32Array;
}

export type Column = NumericColumn | CategoryColumn;

export function isCategoryColumn(column: Column): column is CategoryColumn {
  return 'codes' in column;
}

/** Rows of one column. */
export function columnLength(column: Column): number {
  return isCategoryColumn(column) ? column.codes.length : column.values.length;
}

/** The feature type that a column gets. */
export function typeOf(column: Column): FeatureType {
  if (isCategoryColumn(column)) return 'c';
  if (column.type !== undefined) return column.type;
  return column.values instanceof Float32Array || column.values instanceof Float64Array
    ? 'float'
    : 'int';
}

function checkCodes({ name, codes, levels }: CategoryColumn, column: number): boolean {
  let missing = false;
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? -1;
    if (code === -1) missing = true;
    else if (code < 0 || code >= levels.length) {
      throw new InvalidDataError(
        `code ${code} in row ${row} of column ${JSON.stringify(name)} has no level (there are ${levels.length}); use -1 for missing`,
        { field: name, row, column },
      );
    }
  }
  return missing;
}

/** The library's description of a whole table, and the memory it points to. */
export interface DescribedColumns {
  readonly json: string;
  readonly arrays: readonly NumericArray[];
  readonly rows: number;
}

/**
 * Describes columns for the library's columnar functions.
 *
 * @throws InvalidArgumentError for no columns, no rows or unequal lengths.
 * @throws InvalidDataError for a code without a level.
 */
export function describeColumns(columns: readonly Column[]): DescribedColumns {
  const [first] = columns;
  const rows = first === undefined ? 0 : columnLength(first);
  if (rows === 0) {
    throw new InvalidArgumentError(
      'the table has no rows or no columns; give at least one',
      'columns',
    );
  }
  const arrays: NumericArray[] = [];
  const json = columns.map((column, index): ArrayInterface | readonly unknown[] => {
    if (columnLength(column) !== rows) {
      throw new InvalidArgumentError(
        `column ${JSON.stringify(column.name)} has ${columnLength(column)} rows, the first has ${rows}; make them equal`,
        'columns',
      );
    }
    if (!isCategoryColumn(column)) {
      const values = describe(column.values, [rows], column.name);
      arrays.push(...values.arrays);
      return values.json;
    }
    const dictionary = describeLevels(column.levels, column.name);
    // The library takes a code -1 for a category of its own; only a mask makes it missing.
    const codes = checkCodes(column, index)
      ? describeWithMask(column.codes, (row) => column.codes[row] === -1, column.name)
      : describe(column.codes, [rows], column.name);
    arrays.push(...dictionary.arrays, ...codes.arrays);
    return [dictionary.json, codes.json];
  });
  return { json: JSON.stringify(json), arrays, rows };
}
