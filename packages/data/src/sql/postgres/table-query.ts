import type { Client } from 'pg';
import { chooseFrom } from '../../errors/choose-from.ts';
import { closest } from '../../errors/closest.ts';
import { SourceQueryError } from '../../errors/source-query-error.ts';
import { isTableName, nameParts, noOrderWarning, saysOrder } from '../ordered.ts';

/** A query ready to be run. */
export interface Query {
  readonly text: string;
  readonly warnings: readonly string[];
}

/**
 * What to run for a `query:`: a query as it is, a table by its primary key.
 *
 * @throws {SourceQueryError} for a table that is not there, with the most similar name
 */
export async function tableQuery(client: Client, query: string, source: string): Promise<Query> {
  if (!isTableName(query)) {
    const unordered = !saysOrder(query);
    const warning = noOrderWarning(source, 'end the query with ORDER BY over a key');
    return { text: query, warnings: unordered ? [warning] : [] };
  }
  const { rows } = await client.query<[string, string | null]>({
    text: `SELECT format('%I.%I', n.nspname, c.relname),
        (SELECT string_agg(format('%I', a.attname), ', ' ORDER BY k.place)
         FROM pg_index i, unnest(i.indkey::int[]) WITH ORDINALITY AS k(number, place), pg_attribute a
         WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.number)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = to_regclass($1)`,
    values: [query.trim()],
    rowMode: 'array',
  });
  const [found] = rows;
  if (found === undefined) throw await noTable(client, query.trim(), source);
  const [name, key] = found;
  if (key !== null) return { text: `SELECT * FROM ${name} ORDER BY ${key}`, warnings: [] };
  const advice = `${query.trim()} has no primary key: write a query with ORDER BY`;
  return { text: `SELECT * FROM ${name}`, warnings: [noOrderWarning(source, advice)] };
}

async function noTable(client: Client, name: string, source: string): Promise<SourceQueryError> {
  const suggestion = await similarTable(client, name);
  return new SourceQueryError({
    source,
    code: '42P01',
    what: `no table ${name}`,
    advice: suggestion ?? 'correct the query',
  });
}

/** `did you mean …?`, from the tables and views that the user may see. */
export async function similarTable(client: Client, name: string): Promise<string | undefined> {
  const { rows } = await client.query<[string]>({
    text: `SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND n.nspname !~ '^(pg_|information_schema)' LIMIT 10000`,
    rowMode: 'array',
  });
  const known = rows.map(([table]) => table);
  const near = closest(nameParts(name).at(-1) ?? name, known);
  if (near !== undefined) return `did you mean ${near}?`;
  if (known.length === 0) return undefined;
  return chooseFrom(known);
}
