import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBResult } from '@duckdb/node-api';
import { BadSourceError } from '../../errors/bad-source-error.ts';
import { SourceQueryError } from '../../errors/source-query-error.ts';
import { UnreadableFileError } from '../../errors/unreadable-file-error.ts';
import { unwritable } from '../../errors/unwritable-file-error.ts';
import type { SourceColumn } from '../cell.ts';
import { checkColumns } from '../check-columns.ts';
import { isTableName, noOrderWarning, saysOrder } from '../ordered.ts';
import { sqlName } from '../sql-name.ts';
import type { OpenOptions, OpenTable, TableSource } from '../table-source.ts';
import { duckDbError } from './duckdb-error.ts';
import { openDuckDb, readerPath, sqlText, type DuckDb } from './duckdb.ts';
import { columnOf } from './parquet-cells.ts';
import { readChunks, type ReadColumn } from './read-chunks.ts';

/** A Parquet file, or a query on it: the file is the view `source`. */
export class ParquetSource implements TableSource {
  readonly name: string;
  readonly #path: string;
  readonly #query: string | undefined;

  constructor({ name, path }: { readonly name: string; readonly path: string }, query?: string) {
    this.name = name;
    this.#path = path;
    this.#query = query;
  }

  async open({ signal, skip = new Set() }: OpenOptions = {}): Promise<OpenTable> {
    await access(this.#path, constants.R_OK).catch((cause: unknown) => {
      throw new UnreadableFileError(this.#path, cause);
    });
    const { duckDb, close } = await this.#openDuckDb();
    try {
      await this.#createView(duckDb);
      const { columns, result } = await this.#start(duckDb, skip);
      const fetch = () => {
        signal?.throwIfAborted();
        return result.fetchChunk().catch((error: unknown) => {
          throw duckDbError(error, this.name, this.#query !== undefined);
        });
      };
      return {
        columns: columns.map(({ column }) => column),
        warnings: this.#warnings(),
        blocks: () => readChunks(columns, this.name, fetch),
        [Symbol.asyncDispose]: close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  }

  /** A query may sort or group, and what does not fit into memory then goes to the disk. */
  async #openDuckDb(): Promise<{ duckDb: DuckDb; close: () => Promise<void> }> {
    const files = [this.#path, readerPath(this.#path)];
    if (this.#query === undefined) {
      const duckDb = await openDuckDb({ files });
      return {
        duckDb,
        close: () => {
          duckDb[Symbol.dispose]();
          return Promise.resolve();
        },
      };
    }
    const spill = await mkdtemp(join(tmpdir(), `xgflow-query-${process.pid}-`)).catch(
      unwritable(tmpdir()),
    );
    const remove = () => rm(spill, { recursive: true, force: true });
    try {
      const duckDb = await openDuckDb({ files, directories: [spill], memory: '1GB' });
      return {
        duckDb,
        close: () => {
          duckDb[Symbol.dispose]();
          return remove();
        },
      };
    } catch (error) {
      await remove();
      throw error;
    }
  }

  async #createView({ connection }: DuckDb): Promise<void> {
    try {
      const file = sqlText(readerPath(this.#path));
      // Else a folder with the name a=1 would add a column.
      const reader = `read_parquet(${file}, hive_partitioning = false)`;
      await connection.run(`CREATE VIEW source AS SELECT * FROM ${reader}`);
    } catch (error) {
      throw new BadSourceError(
        `not a Parquet file (${duckDbError(error, '', false).message.split(' · ')[0] ?? ''})`,
        this.name,
        'write it again, or name a CSV file .csv',
        { cause: error },
      );
    }
  }

  /** The columns, and their rows as they come. Of the file itself only the columns that are wanted are read at all. */
  async #start(
    duckDb: DuckDb,
    skip: NonNullable<OpenOptions['skip']>,
  ): Promise<{ columns: readonly ReadColumn[]; result: DuckDBResult }> {
    const wholeFile = this.#query === undefined;
    const result = await this.#run(duckDb, this.#query ?? 'SELECT * FROM source LIMIT 0');
    const found = columnsOf(duckDb, result);
    checkColumns(found, this.name);
    let read = 0;
    const columns = found.map((column, index) => {
      if (column.kind === 'unsupported' || skip.has(column.name)) return { column, at: undefined };
      return { column, at: wholeFile ? read++ : index };
    });
    if (!wholeFile) return { columns, result };
    const wanted = columns.filter(({ at }) => at !== undefined);
    const names = wanted.map(({ column }) => sqlName(column.name)).join(', ');
    return {
      columns,
      result: await this.#run(duckDb, `SELECT ${names === '' ? '1' : names} FROM source`),
    };
  }

  async #run({ connection }: DuckDb, query: string): Promise<DuckDBResult> {
    try {
      const { count } = await connection.extractStatements(query).catch(() => ({ count: 1 }));
      if (count > 1) throw new SourceQueryError({ source: this.name, what: 'several statements' });
      return await connection.stream(isTableName(query) ? `SELECT * FROM ${query}` : query);
    } catch (error) {
      if (error instanceof SourceQueryError) throw error;
      throw duckDbError(error, this.name, this.#query !== undefined);
    }
  }

  #warnings(): string[] {
    const query = this.#query;
    // One thread keeps the order of the file, also through WHERE; grouping and joining do not.
    const loses = query !== undefined && /\b(?:group\s+by|join|distinct|union)\b/i.test(query);
    return loses && !saysOrder(query)
      ? [noOrderWarning(this.name, 'end the query with ORDER BY over a key')]
      : [];
  }
}

function columnsOf({ api }: DuckDb, result: DuckDBResult): SourceColumn[] {
  return result
    .columnNames()
    .map((name, index) =>
      columnOf(name, result.columnType(index), api.DuckDBTypeId[result.columnTypeId(index)]),
    );
}
