import { BadSourceError } from '../../errors/bad-source-error.ts';
import { SourceQueryError } from '../../errors/source-query-error.ts';
import { said } from '../said.ts';

/** What DuckDB said, in one line: its first paragraph, and the names that it suggests. */
export function duckDbError(error: unknown, source: string, hasQuery: boolean): Error {
  // The rest draws the place in the query.
  const { message } = error as { readonly message: string };
  const what = said({ message: message.split(/\n\s*\n|\nLINE /)[0] });
  if (hasQuery) return new SourceQueryError({ source, what, cause: error });
  return new BadSourceError(what, source, 'write the file again', { cause: error });
}
