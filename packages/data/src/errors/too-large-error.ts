import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** A limit of the reader was reached. */
export class TooLargeError extends DataError {
  override readonly name = 'TooLargeError';
  readonly source: string;
  readonly limit: 'maxRows' | 'maxColumns' | 'maxRecordBytes';
  readonly allowed: number;

  constructor(at: {
    source: string;
    limit: 'maxRows' | 'maxColumns' | 'maxRecordBytes';
    allowed: number;
    line: number;
  }) {
    const what = {
      maxRows: `more than ${at.allowed} rows`,
      maxColumns: `more than ${at.allowed} columns`,
      maxRecordBytes: `a row longer than ${at.allowed} bytes (a quote never closed?)`,
    }[at.limit];
    super(oneLine(what, `${at.source} line ${at.line}`, `correct the file or raise ${at.limit}`));
    this.source = at.source;
    this.limit = at.limit;
    this.allowed = at.allowed;
  }
}
