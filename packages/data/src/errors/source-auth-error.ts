import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** The database refuses the user, the password or the permission. */
export class SourceAuthError extends DataError {
  override readonly name = 'SourceAuthError';
  /** Without password. */
  readonly source: string;
  /** SQLSTATE. */
  readonly code: string;

  constructor(at: { source: string; what: string; code: string; cause: unknown }) {
    super(oneLine(at.what, at.source, 'set PGUSER and PGPASSWORD, or ask for the permission'), {
      cause: at.cause,
    });
    this.source = at.source;
    this.code = at.code;
  }
}
