import type { Client, FieldDef, QueryResult } from 'pg';
import type Cursor from 'pg-cursor';
import { DataError } from '../../errors/data-error.ts';
import { checkColumns } from '../check-columns.ts';
import type { Cell, SourceColumn } from '../cell.ts';
import { finiteFloat, safeInteger, type CellPlace } from '../check-cell.ts';
import type { OpenOptions, OpenTable, RowBlock, TableSource } from '../table-source.ts';
import { columnOf, readTypes } from './column-kinds.ts';
import { connect } from './connect.ts';
import { postgresError } from './postgres-error.ts';
import type { PostgresLocation } from './postgres-location.ts';
import { similarTable, tableQuery } from './table-query.ts';

const BLOCK_ROWS = 2000;
const UNDEFINED_TABLE = '42P01';

type Row = readonly (string | null)[];

/** A query on a Postgres database, read through a cursor in one read-only transaction. */
export class PostgresSource implements TableSource {
  readonly name: string;
  readonly #location: PostgresLocation;
  readonly #query: string;

  /** @param query a table's name, or a query */
  constructor(location: PostgresLocation, query: string) {
    this.name = location.name;
    this.#location = location;
    this.#query = query;
  }

  async open({ signal, skip }: OpenOptions = {}): Promise<OpenTable> {
    const session = await connect(this.#location, signal);
    const { client } = session;
    try {
      const types = await readTypes(client);
      const { text, warnings } = await tableQuery(client, this.#query, this.name);
      const cursor = await openCursor(client, text);
      const first = await read(cursor);
      const columns = first.fields.map((field) => columnOf(field, types));
      checkColumns(columns, this.name);
      const reader = columns.map((column) => cellReader(column, this.name, skip));
      return {
        columns,
        warnings,
        blocks: () => this.#blocks(cursor, first.rows, reader, signal),
        [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
      };
    } catch (error) {
      const suggestion = await this.#suggestion(client, error);
      await session[Symbol.asyncDispose]();
      signal?.throwIfAborted();
      throw error instanceof DataError ? error : postgresError(error, this.name, suggestion);
    }
  }

  async *#blocks(
    cursor: Cursor,
    first: readonly Row[],
    readers: readonly CellReader[],
    signal: AbortSignal | undefined,
  ): AsyncGenerator<RowBlock> {
    let before = 0;
    for (let rows = first; rows.length > 0;) {
      signal?.throwIfAborted();
      const block = rows;
      yield {
        cells: readers.map((reader, index) =>
          block.map((row, at) => reader(row[index] ?? null, before + at + 1)),
        ),
        rowCount: block.length,
      };
      before += block.length;
      try {
        ({ rows } = await read(cursor));
      } catch (error) {
        signal?.throwIfAborted();
        throw postgresError(error, this.name);
      }
    }
  }

  /** For a table that a query names wrongly; the server suggests columns itself. */
  async #suggestion(client: Client, error: unknown): Promise<string | undefined> {
    const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
    const name = /relation "(.*?)" does not exist/.exec(String(message))?.[1];
    if (code !== UNDEFINED_TABLE || name === undefined) return undefined;
    try {
      await client.query('ROLLBACK');
      return await similarTable(client, name);
    } catch {
      return undefined; // only a suggestion
    }
  }
}

type CellReader = (text: string | null, row: number) => Cell;

/** Makes cells of the texts of a column. */
function cellReader(
  { name, kind }: SourceColumn,
  source: string,
  skip: OpenOptions['skip'],
): CellReader {
  if (kind === 'unsupported' || skip?.has(name) === true) return () => null;
  const place = (row: number) => (): CellPlace => ({ source, column: name, row });
  const make = {
    boolean: (text: string): Cell => (text === 't' ? 1 : 0),
    float: (text: string, row: number): Cell => finiteFloat(text, place(row)),
    integer: (text: string, row: number): Cell => safeInteger(text, place(row)),
    text: (text: string): Cell => text,
  }[kind];
  return (text, row) => (text === null ? null : make(text, row));
}

async function openCursor(client: Client, text: string): Promise<Cursor> {
  const { default: PgCursor } = await import('pg-cursor');
  const types = { getTypeParser: () => (value: unknown) => value };
  return client.query(new PgCursor(text, [], { rowMode: 'array', types: types }));
}

/** The next rows, and the fields of all of them. */
function read(cursor: Cursor): Promise<{ rows: readonly Row[]; fields: readonly FieldDef[] }> {
  return new Promise((resolve, reject) => {
    // After the last row there is no result any more.
    const done = (error: Error | null | undefined, rows: Row[], result?: QueryResult): void => {
      if (error == null) resolve({ rows, fields: result?.fields ?? [] });
      else reject(error);
    };
    cursor.read(BLOCK_ROWS, done);
  });
}
