import { tmpdir } from 'node:os';
import { BadSourceError } from '../../errors/bad-source-error.ts';
import { SourceQueryError } from '../../errors/source-query-error.ts';
import { UnwritableFileError } from '../../errors/unwritable-file-error.ts';
import { said } from '../said.ts';

/**
 * What DuckDB said of a file that it could not write. Of a full disk it tells in words only, and as of too little memory
 * where the disk should have taken what did not fit.
 */
export function duckDbWriteError(error: unknown, path: string): UnwritableFileError {
  return isDiskFull(error) ? diskFull(error, path) : new UnwritableFileError(path, error);
}

function isDiskFull(error: unknown): boolean {
  return /no space left|failed to offload/i.test(String(error));
}

function diskFull(cause: unknown, path: string): UnwritableFileError {
  return new UnwritableFileError(path, Object.assign(new Error(said(cause)), { code: 'ENOSPC' }));
}

/** What DuckDB said of a reading, in one line: its first paragraph, and the names that it suggests. */
export function duckDbError(error: unknown, source: string, hasQuery: boolean): Error {
  // What a query sorts or groups goes there.
  if (isDiskFull(error)) return diskFull(error, tmpdir());
  // The rest draws the place in the query.
  const { message } = error as { readonly message: string };
  const what = said({ message: message.split(/\n\s*\n|\nLINE /)[0] });
  if (hasQuery) return new SourceQueryError({ source, what, cause: error });
  return new BadSourceError(what, source, 'write the file again', { cause: error });
}
