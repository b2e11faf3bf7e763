import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** A file without any line, or with a header and no row. */
export class EmptyFileError extends DataError {
  override readonly name = 'EmptyFileError';
  readonly source: string;
  readonly found: 'nothing' | 'header only';

  constructor(source: string, found: 'nothing' | 'header only') {
    const what = found === 'nothing' ? 'the file is empty' : 'a header and no rows';
    super(oneLine(what, source, 'give a CSV file with a header line and at least one row'));
    this.source = source;
    this.found = found;
  }
}
