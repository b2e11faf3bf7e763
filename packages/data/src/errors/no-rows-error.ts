import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** A query or a table without any row. */
export class NoRowsError extends DataError {
  override readonly name = 'NoRowsError';
  readonly source: string;

  constructor(source: string) {
    super(oneLine('no rows', source, 'give a table or a query with at least one row'));
    this.source = source;
  }
}
