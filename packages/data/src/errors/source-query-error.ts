import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** A query that the database refuses: no such table or column, wrong syntax, a failing expression. */
export class SourceQueryError extends DataError {
  override readonly name = 'SourceQueryError';
  /** Without password. */
  readonly source: string;
  /** The database's own code: SQLSTATE of Postgres, such as `42P01`. */
  readonly code: string | undefined;

  constructor(at: {
    source: string;
    what: string;
    advice?: string | undefined;
    code?: string | undefined;
    cause?: unknown;
  }) {
    super(oneLine(at.what, at.source, at.advice ?? 'correct the query'), {
      cause: at.cause,
    });
    this.source = at.source;
    this.code = at.code;
  }
}
