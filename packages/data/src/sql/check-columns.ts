import { BadSourceError } from '../errors/bad-source-error.ts';
import { shown } from '../errors/one-line.ts';
import type { SourceColumn } from './cell.ts';

/** Every column of a result has a name of its own. @throws {BadSourceError} */
export function checkColumns(columns: readonly SourceColumn[], source: string): void {
  if (columns.length === 0) {
    throw new BadSourceError('the query gives no columns', source, 'give a table or a SELECT');
  }
  const seen = new Set<string>();
  for (const { name } of columns) {
    if (name.trim() === '' || seen.has(name)) {
      const what =
        name.trim() === '' ? 'a column without a name' : `column ${shown(name)} comes twice`;
      throw new BadSourceError(what, source, 'name the columns of the query apart, with AS');
    }
    seen.add(name);
  }
}
