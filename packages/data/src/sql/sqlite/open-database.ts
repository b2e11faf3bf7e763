import { access } from 'node:fs/promises';
import { constants } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { BadSourceError } from '../../errors/bad-source-error.ts';
import { chooseFrom } from '../../errors/choose-from.ts';
import { closest } from '../../errors/closest.ts';
import { SourceQueryError } from '../../errors/source-query-error.ts';
import { SourceUnavailableError } from '../../errors/source-unavailable-error.ts';
import { UnreadableFileError } from '../../errors/unreadable-file-error.ts';
import { said } from '../said.ts';
import { loadSqlite } from './load-sqlite.ts';

/** How long a program that writes is waited for. SQLite waits in this thread. */
const BUSY_MS = 2000;

/** Opens a file for reading only. @throws {UnreadableFileError} · {SourceUnavailableError} */
export async function openDatabase(path: string, source: string): Promise<DatabaseSync> {
  const { DatabaseSync: Database } = loadSqlite(source);
  try {
    await access(path, constants.R_OK);
  } catch (cause) {
    throw new UnreadableFileError(path, cause);
  }
  const database = new Database(path, { readOnly: true, timeout: BUSY_MS });
  try {
    // One moment for all that is read; and a file that is no database says so here.
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    throw sqliteError(error, source);
  }
}

/** A statement whose rows come as arrays and whose integers keep every digit. @throws {SourceQueryError} */
export function prepare(database: DatabaseSync, query: string, source: string): StatementSync {
  let statement: StatementSync;
  try {
    statement = database.prepare(query);
  } catch (error) {
    throw sqliteError(error, source, database);
  }
  // SQLite takes the first statement only, and says nothing of the rest.
  const rest = query.slice(query.indexOf(statement.sourceSQL) + statement.sourceSQL.length);
  if (/[^\s;]/.test(rest.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, ''))) {
    throw new SourceQueryError({ source, what: 'several statements', advice: 'give one SELECT' });
  }
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  return statement;
}

/** What SQLite said, in one line. @param database where to look for similar names */
export function sqliteError(error: unknown, source: string, database?: DatabaseSync): Error {
  const what = said(error);
  if (what.includes('not a database')) {
    return new BadSourceError(what, source, 'check the path', { cause: error });
  }
  if (/database (?:table )?is locked/.test(what)) {
    return new SourceUnavailableError({
      source,
      what: 'another program is writing the database',
      advice: 'try again when it is done',
      code: 'SQLITE_BUSY',
      cause: error,
    });
  }
  const [, kind, name] = /no such (table|column): (\S+)/.exec(what) ?? [];
  const advice =
    database === undefined || name === undefined
      ? undefined
      : similar(database, kind === 'table' ? 'table' : 'column', name);
  return new SourceQueryError({ source, what, advice, cause: error });
}

function similar(
  database: DatabaseSync,
  kind: 'table' | 'column',
  name: string,
): string | undefined {
  const tables = `SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'`;
  const columns = `SELECT DISTINCT c.name FROM (${tables}) t, pragma_table_info(t.name) c`;
  const rows = database.prepare(kind === 'table' ? tables : columns).all();
  const known = rows.map((row) => String(row.name));
  const near = closest(name.split('.').at(-1) ?? name, known);
  if (near !== undefined) return `did you mean ${near}?`;
  if (known.length === 0) return 'the database has no tables: check the path';
  return chooseFrom(known);
}
