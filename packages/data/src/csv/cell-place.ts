import { BadCellError, type BadCellReason } from '../errors/bad-cell-error.ts';

/** Where the reader is, kept in one object so that a cell costs no allocation. */
export interface RowPlace {
  readonly source: string;
  /** Data row, from 1. */
  readonly row: number;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** The error for a cell of the row that is being read. */
export function badCell(
  place: RowPlace,
  column: string,
  value: string,
  reason: BadCellReason,
): BadCellError {
  const { source, row, line } = place;
  return new BadCellError({ source, row, line, column, value, reason });
}

/** Why a cell that is no finite number was refused. */
export function whyNotNumber(cell: string, value: number): BadCellReason {
  if (!Number.isNaN(value)) return 'infinite';
  return /^\s*[+-]?\d+,\d+\s*$/.test(cell) ? 'decimal-comma' : 'text';
}
