import { BadSourceError } from '../../errors/bad-source-error.ts';
import { SourceQueryError } from '../../errors/source-query-error.ts';

/** What DuckDB said, in one line: its first paragraph, and the names that it suggests. */
export function duckDbError(error: unknown, source: string, hasQuery: boolean): Error {
  const text = error instanceof Error ? error.message : String(error);
  const what = (text.split(/\n\s*\n|\nLINE /)[0] ?? text).replaceAll(/\s+/g, ' ').trim();
  if (hasQuery) return new SourceQueryError({ source, what, cause: error });
  return new BadSourceError(what, source, 'write the file again', { cause: error });
}
