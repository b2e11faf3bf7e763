import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** A `source:` (or the query beside it) that names no table. */
export class BadSourceError extends DataError {
  override readonly name = 'BadSourceError';

  constructor(what: string, where: string, whatToDo: string, options?: { cause: unknown }) {
    super(oneLine(what, where, whatToDo), options);
  }
}
