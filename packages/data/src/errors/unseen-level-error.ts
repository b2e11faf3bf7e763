import { DataError } from './data-error.ts';
import { oneLine, rowPlace, shown } from './one-line.ts';

/** A level that the schema does not list, where the reader was told to refuse it. */
export class UnseenLevelError extends DataError {
  override readonly name = 'UnseenLevelError';
  readonly source: string;
  readonly row: number;
  readonly line: number;
  readonly column: string;
  readonly value: string;

  constructor(at: { source: string; row: number; line: number; column: string; value: string }) {
    super(
      oneLine(
        `level ${shown(at.value)} is not in the schema`,
        rowPlace(at.source, at.row, at.line, at.column),
        "correct the cell or read with unseen: 'missing'",
      ),
    );
    this.source = at.source;
    this.row = at.row;
    this.line = at.line;
    this.column = at.column;
    this.value = at.value;
  }
}
