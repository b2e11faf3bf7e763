import type { NumericArray } from '../capi/index.ts';
import { InvalidDataError } from '../errors/invalid-data-error.ts';
import type { CellPlace } from './category-code.ts';
import { isCategoryColumn } from './columns.ts';
import type { Column } from './columns.ts';

/** A cell is stored as float32, so 1e39 is infinite too. */
export function isInfinite(value: number | bigint | undefined): boolean {
  return Math.abs(Math.fround(Number(value))) === Infinity;
}

/** @throws InvalidDataError always. */
export function refuseInfinite(value: unknown, { row, column, name }: CellPlace): never {
  const label = name === undefined ? String(column) : `${column} (${JSON.stringify(name)})`;
  throw new InvalidDataError(
    `row ${row}, column ${label} is ${String(value)}, infinite in float32; use NaN for missing or a finite number`,
    { field: name ?? 'values', row, column },
  );
}

/**
 * Looks for an infinite cell in row-major values; `missing` itself may be infinite.
 *
 * @throws InvalidDataError naming the first such cell's row and column.
 */
export function refuseInfiniteCells(
  values: Float32Array | Float64Array,
  cols: number,
  missing: number,
  names?: readonly string[],
): void {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (!isInfinite(value) || value === missing) continue;
    const column = index % cols;
    refuseInfinite(value, { row: (index - column) / cols, column, name: names?.[column] });
  }
}

function infiniteRow(values: NumericArray): number {
  return values instanceof Float32Array || values instanceof Float64Array
    ? values.findIndex(isInfinite)
    : -1;
}

/** The same for a table of columns. */
export function refuseInfiniteColumns(columns: readonly Column[]): void {
  for (const [index, column] of columns.entries()) {
    if (isCategoryColumn(column)) continue;
    const row = infiniteRow(column.values);
    if (row >= 0) refuseInfinite(column.values[row], { row, column: index, name: column.name });
  }
}
