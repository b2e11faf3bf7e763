import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** Columns that do not make a table: unequal lengths, a name used twice, a row out of range. */
export class BadTableError extends DataError {
  override readonly name = 'BadTableError';

  constructor(what: string, where = 'the table') {
    super(oneLine(what, where, 'build the table from columns of one length with distinct names'));
  }
}
