import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** Text that is not CSV: a quote inside a cell, a quote never closed, text after a closing quote. */
export class CsvSyntaxError extends DataError {
  override readonly name = 'CsvSyntaxError';
  readonly source: string;
  readonly line: number;

  constructor(at: { source: string; line: number; what: string; cause: unknown }) {
    super(
      oneLine(
        at.what,
        `${at.source} line ${at.line}`,
        'quote the cell and double quotes inside it',
      ),
      { cause: at.cause },
    );
    this.source = at.source;
    this.line = at.line;
  }
}
