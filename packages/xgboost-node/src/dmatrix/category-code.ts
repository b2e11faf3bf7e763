import { InvalidDataError } from '../errors/invalid-data-error.ts';

/** Where a cell is. */
export interface CellPlace {
  row: number;
  column: number;
  /** The column's, when it has one. */
  name: string | undefined;
}

/** @throws InvalidDataError for a category code that is not an integer ≥ 0. */
export function checkCode(code: number, { row, column, name }: CellPlace): void {
  if (Number.isInteger(code) && code >= 0) return;
  throw new InvalidDataError(
    `code ${code} in row ${row} of categorical column ${name ?? column} is not an integer ≥ 0; use NaN for missing`,
    { field: name ?? 'values', row, column },
  );
}
