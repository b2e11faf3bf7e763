import { BadCellError } from '../errors/bad-cell-error.ts';

/** Where a cell is: what its error names. */
export interface CellPlace {
  readonly source: string;
  readonly column: string;
  /** From 1, in the order of the source. */
  readonly row: number;
}

/** The value, when every integer up to it has a 64-bit float of its own. @throws {BadCellError} */
export function safeInteger(value: number | bigint | string, place: () => CellPlace): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number + 0;
  throw new BadCellError({ ...place(), line: 0, value: String(value), reason: 'unsafe-integer' });
}

/** The value, when it is finite. @throws {BadCellError} */
export function finiteFloat(value: number | bigint | string, place: () => CellPlace): number {
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  throw new BadCellError({ ...place(), line: 0, value: String(value), reason: 'not-finite' });
}
