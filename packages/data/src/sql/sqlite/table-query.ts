import type { DatabaseSync } from 'node:sqlite';
import { isTableName, nameParts, noOrderWarning, saysOrder } from '../ordered.ts';
import { sqlName } from '../sql-name.ts';

/** What to run for a `query:`: a query as it is, a table by its primary key or its row number. */
export function tableQuery(
  database: DatabaseSync,
  query: string,
  source: string,
): { readonly text: string; readonly warnings: readonly string[] } {
  if (!isTableName(query)) {
    const warning = noOrderWarning(source, 'end the query with ORDER BY over a key');
    return { text: query, warnings: saysOrder(query) ? [] : [warning] };
  }
  const parts = nameParts(query);
  const [table = '', schema] = [parts.at(-1), parts.at(-2)];
  const name = parts.map(sqlName).join('.');
  const select = `SELECT * FROM ${name}`;
  const found = database
    .prepare(`SELECT type FROM pragma_table_list WHERE name = ?1 COLLATE NOCASE AND schema = ?2`)
    .get(table, schema ?? 'main');
  // A table that is not there is told by the query itself.
  if (found === undefined) return { text: select, warnings: [] };
  const key = database
    .prepare('SELECT name FROM pragma_table_info(?1, ?2) WHERE pk > 0 ORDER BY pk')
    .all(table, schema ?? 'main')
    .map((row) => sqlName(String(row.name)));
  if (key.length > 0) return { text: `${select} ORDER BY ${key.join(', ')}`, warnings: [] };
  if (found.type === 'table') return { text: `${select} ORDER BY rowid`, warnings: [] };
  const advice = `${query.trim()} is a view: write a query with ORDER BY`;
  return { text: select, warnings: [noOrderWarning(source, advice)] };
}
