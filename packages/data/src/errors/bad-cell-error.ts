import { DataError } from './data-error.ts';
import { oneLine, rowPlace, shown } from './one-line.ts';

/** Why a cell was refused. */
export type BadCellReason =
  | 'text'
  | 'decimal-comma'
  | 'infinite'
  | 'unsafe-level'
  | 'late-text'
  | 'unsafe-integer'
  | 'not-finite';

const WHAT: Record<BadCellReason, string> = {
  text: 'is not a number',
  'decimal-comma': 'is not a number (decimal comma?)',
  infinite: 'is not finite as a 64-bit number',
  'unsafe-level': 'is an integer level beyond ±(2^53 − 1)',
  'late-text': 'is text in a column that held only numbers so far',
  'unsafe-integer': 'is an integer beyond ±(2^53 − 1)',
  'not-finite': 'is not a finite number',
};

const ADVICE: Record<BadCellReason, string> = {
  text: 'correct the cell, name it as a missing token, or list the column under categorical',
  'decimal-comma': 'write numbers with a decimal point',
  infinite: 'leave the cell empty or correct it',
  'unsafe-level': 'drop the column or shorten its values',
  'late-text': 'correct the cell, or list the column under categorical',
  'unsafe-integer': 'list the column under drop, or cast it in the query',
  'not-finite': 'write NULL where there is no value',
};

/** A cell that its column cannot hold. */
export class BadCellError extends DataError {
  override readonly name = 'BadCellError';
  readonly source: string;
  /** Data row, 1 = first row after the header. */
  readonly row: number;
  /** Line of the file where the row ends, 1 = header; 0 for a row that has no line. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: BadCellReason;

  constructor(at: {
    source: string;
    row: number;
    line: number;
    column: string;
    value: string;
    reason: BadCellReason;
  }) {
    const what = `${shown(at.value)} ${WHAT[at.reason]}`;
    super(oneLine(what, rowPlace(at.source, at.row, at.line, at.column), ADVICE[at.reason]));
    this.source = at.source;
    this.row = at.row;
    this.line = at.line;
    this.column = at.column;
    this.value = at.value;
    this.reason = at.reason;
  }
}
