import { setImmediate } from 'node:timers/promises';
import type { StatementSync } from 'node:sqlite';
import type { Cell, CellKind, SourceColumn } from '../cell.ts';
import { cellText } from '../cell.ts';
import { finiteFloat, safeInteger, type CellPlace } from '../check-cell.ts';
import { checkColumns } from '../check-columns.ts';
import type { OpenOptions, OpenTable, RowBlock, TableSource } from '../table-source.ts';
import { openDatabase, prepare, sqliteError } from './open-database.ts';
import { tableQuery } from './table-query.ts';

const BLOCK_ROWS = 2000;

type Value = null | number | bigint | string | Uint8Array;

/**
 * A query on a SQLite file. SQLite gives each cell a type of its own, so what a column is, is seen in a first pass
 * over its cells: whole numbers, numbers, or text where any cell is text.
 */
export class SqliteSource implements TableSource {
  readonly name: string;
  readonly #path: string;
  readonly #query: string;

  /** @param query a table's name, or a query */
  constructor({ name, path }: { readonly name: string; readonly path: string }, query: string) {
    this.name = name;
    this.#path = path;
    this.#query = query;
  }

  async open({ signal, skip }: OpenOptions = {}): Promise<OpenTable> {
    const database = await openDatabase(this.#path, this.name);
    try {
      const { text, warnings } = tableQuery(database, this.#query, this.name);
      const statement = prepare(database, text, this.name);
      const columns = await this.#columns(statement, signal);
      checkColumns(columns, this.name);
      const readers = columns.map((column) => cellReader(column, this.name, skip));
      return {
        columns,
        warnings,
        blocks: () => this.#blocks(statement, readers, signal),
        [Symbol.asyncDispose]: () => {
          database.close();
          return Promise.resolve();
        },
      };
    } catch (error) {
      database.close();
      throw error;
    }
  }

  async #columns(statement: StatementSync, signal?: AbortSignal): Promise<SourceColumn[]> {
    const found = statement.columns().map(({ name, type }) => ({ name, type: type ?? '' }));
    const kinds = found.map((): SourceColumn['kind'] => 'integer');
    for await (const rows of this.#rows(statement, signal)) {
      for (const row of rows) {
        row.forEach((value, index) => (kinds[index] = wider(kinds[index] ?? 'integer', value)));
      }
    }
    return found.map(({ name, type }, index) => {
      const kind = kinds[index] ?? 'text';
      return { name, kind, type: kind === 'unsupported' ? 'BLOB' : type };
    });
  }

  async *#blocks(
    statement: StatementSync,
    readers: readonly CellReader[],
    signal?: AbortSignal,
  ): AsyncGenerator<RowBlock> {
    let before = 0;
    for await (const rows of this.#rows(statement, signal)) {
      const first = before + 1;
      yield {
        cells: readers.map((reader, index) =>
          rows.map((row, at) => reader(row[index] ?? null, first + at)),
        ),
        rowCount: rows.length,
      };
      before += rows.length;
    }
  }

  /** SQLite works in this thread: between two blocks others have their turn. */
  async *#rows(statement: StatementSync, signal?: AbortSignal): AsyncGenerator<Value[][]> {
    let rows: Value[][] = [];
    try {
      for (const row of statement.iterate() as Iterable<unknown>) {
        rows.push(row as Value[]);
        if (rows.length < BLOCK_ROWS) continue;
        yield rows;
        rows = [];
        await setImmediate();
        signal?.throwIfAborted();
      }
    } catch (error) {
      if (!isSqlite(error)) throw error;
      throw sqliteError(error, this.name);
    }
    if (rows.length > 0) yield rows;
  }
}

function isSqlite(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR';
}

/** The kind of a column that holds this cell too. */
function wider(kind: SourceColumn['kind'], value: Value): SourceColumn['kind'] {
  if (value === null || kind === 'unsupported') return kind;
  if (value instanceof Uint8Array) return 'unsupported';
  if (typeof value === 'string' || kind === 'text') return 'text';
  return typeof value === 'number' ? 'float' : kind;
}

type CellReader = (value: Value, row: number) => Cell;

function cellReader(
  { name, kind }: SourceColumn,
  source: string,
  skip: OpenOptions['skip'],
): CellReader {
  if (kind === 'unsupported' || skip?.has(name) === true) return () => null;
  const place = (row: number) => (): CellPlace => ({ source, column: name, row });
  return (value, row) => {
    if (value === null || typeof value === 'string') return value;
    if (value instanceof Uint8Array) return null;
    const own: CellKind = typeof value === 'bigint' ? 'integer' : 'float';
    const number =
      typeof value === 'bigint' ? safeInteger(value, place(row)) : finiteFloat(value, place(row));
    return kind === 'text' ? cellText(number, own) : number;
  };
}
