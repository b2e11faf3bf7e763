import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** A database that cannot be reached, or whose connection was lost. Nothing of the pull was kept. */
export class SourceUnavailableError extends DataError {
  override readonly name = 'SourceUnavailableError';
  /** Without password. */
  readonly source: string;
  /** The system's or the database's code. */
  readonly code: string;

  constructor(at: { source: string; what: string; advice: string; code: string; cause?: unknown }) {
    super(oneLine(at.what, at.source, at.advice), { cause: at.cause });
    this.source = at.source;
    this.code = at.code;
  }
}
