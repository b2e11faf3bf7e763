import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';

/** The library would read past its memory for an index outside the matrix. */
export function checkRowIndices(rows: Int32Array, rowCount: number): void {
  const outside = rows.find((row) => row < 0 || row >= rowCount);
  if (rows.length > 0 && outside === undefined) return;
  throw new InvalidArgumentError(
    outside === undefined
      ? 'slice() got no rows; give at least one'
      : `row ${outside} is outside the matrix of ${rowCount} rows; indices start at 0`,
    'rows',
  );
}
