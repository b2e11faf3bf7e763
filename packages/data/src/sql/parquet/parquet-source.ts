import { access, constants } from 'node:fs/promises';
import type { DuckDBResult } from '@duckdb/node-api';
import { BadSourceError } from '../../errors/bad-source-error.ts';
import { SourceQueryError } from '../../errors/source-query-error.ts';
import { UnreadableFileError } from '../../errors/unreadable-file-error.ts';
import type { SourceColumn } from '../cell.ts';
import { checkColumns } from '../check-columns.ts';
import { isTableName, noOrderWarning, saysOrder } from '../ordered.ts';
import type { OpenTable, RowBlock, TableSource } from '../table-source.ts';
import { duckDbError } from './duckdb-error.ts';
import { openDuckDb, sqlText, type DuckDb } from './duckdb.ts';
import { cellsOf, columnOf } from './parquet-cells.ts';

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

  async open(options: Parameters<TableSource['open']>[0] = {}): Promise<OpenTable> {
    const { signal, skip = new Set() } = options;
    await access(this.#path, constants.R_OK).catch((cause: unknown) => {
      throw new UnreadableFileError(this.#path, cause);
    });
    const duckDb = await openDuckDb({
      files: [this.#path],
      memory: this.#query === undefined ? '256MB' : '1GB',
    });
    try {
      const result = await this.#run(duckDb);
      const columns = columnsOf(duckDb, result);
      checkColumns(columns, this.name);
      return {
        columns,
        warnings: this.#warnings(),
        blocks: () => this.#blocks(duckDb, result, columns, { skip, signal }),
        [Symbol.asyncDispose]: () => {
          duckDb[Symbol.dispose]();
          return Promise.resolve();
        },
      };
    } catch (error) {
      duckDb[Symbol.dispose]();
      throw error;
    }
  }

  async #run({ connection }: DuckDb): Promise<DuckDBResult> {
    const view = `CREATE VIEW source AS SELECT * FROM read_parquet(${sqlText(this.#path)})`;
    try {
      await connection.run(view);
    } catch (error) {
      throw new BadSourceError(
        `not a Parquet file (${duckDbError(error, '', false).message.split(' · ')[0] ?? ''})`,
        this.name,
        'write it again, or name a CSV file .csv',
        { cause: error },
      );
    }
    const query = this.#query ?? 'source';
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

  async *#blocks(
    duckDb: DuckDb,
    result: DuckDBResult,
    columns: readonly SourceColumn[],
    {
      skip,
      signal,
    }: { readonly skip: ReadonlySet<string>; readonly signal?: AbortSignal | undefined },
  ): AsyncGenerator<RowBlock> {
    let before = 0;
    for (;;) {
      signal?.throwIfAborted();
      const chunk = await result.fetchChunk().catch((error: unknown) => {
        throw duckDbError(error, this.name, this.#query !== undefined);
      });
      if (chunk === null || chunk.rowCount === 0) return;
      const first = before + 1;
      const cells = columns.map((column, index) => {
        const { kind, name } = column;
        if (kind === 'unsupported' || skip.has(name))
          return new Array<null>(chunk.rowCount).fill(null);
        const place = (at: number) => ({ source: this.name, column: name, row: first + at });
        return cellsOf(chunk.getColumnValues(index), column, place);
      });
      yield { cells, rowCount: chunk.rowCount };
      before += chunk.rowCount;
    }
  }
}

function columnsOf({ api }: DuckDb, result: DuckDBResult): SourceColumn[] {
  return result
    .columnNames()
    .map((name, index) =>
      columnOf(name, result.columnType(index), api.DuckDBTypeId[result.columnTypeId(index)]),
    );
}
