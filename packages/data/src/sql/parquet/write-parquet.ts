import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DuckDBValue } from '@duckdb/node-api';
import type { Cell, CellKind, SourceColumn } from '../cell.ts';
import { sqlName } from '../sql-name.ts';
import type { RowBlock } from '../table-source.ts';
import { duckDbWriteError } from './duckdb-error.ts';
import { openDuckDb, sqlText, type DuckDb } from './duckdb.ts';

const TYPES: Readonly<Record<CellKind, string>> = {
  integer: 'BIGINT',
  float: 'DOUBLE',
  boolean: 'BOOLEAN',
  text: 'VARCHAR',
};

type TypedColumn = SourceColumn & { readonly kind: CellKind };

/** A file to write. */
export interface ParquetFile {
  /** In a folder that is there; replaced when it exists, removed when the writing fails. */
  readonly path: string;
  /** The place that an error names, where the file itself is one that nobody knows. */
  readonly place: string;
}

/**
 * Writes a table to a Parquet file, in its order; memory stays bounded, what does not fit goes to the folder of the
 * file meanwhile.
 *
 * @throws {UnwritableFileError} · what `blocks` throws
 */
export async function writeParquet(
  { path, place }: ParquetFile,
  columns: readonly TypedColumn[],
  blocks: AsyncIterable<RowBlock>,
): Promise<void> {
  using duckDb = await openDuckDb({ files: [path], directories: [dirname(path)] });
  const { connection } = duckDb;
  const write = async (work: () => unknown): Promise<void> => {
    try {
      await work();
    } catch (error) {
      throw duckDbWriteError(error, place);
    }
  };
  try {
    const definitions = columns.map(({ name, kind }) => `${sqlName(name)} ${TYPES[kind]}`);
    await write(() => connection.run(`CREATE TABLE t (${definitions.join(', ')})`));
    for await (const block of blocks) await write(() => append(duckDb, columns, block));
    const copy = `COPY t TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd)`;
    await write(() => connection.run(copy));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function append(
  { api, connection }: DuckDb,
  columns: readonly TypedColumn[],
  { cells, rowCount }: RowBlock,
): Promise<void> {
  const appender = await connection.createAppender('t');
  const types = columns.map((_, index) => appender.columnType(index));
  // A chunk of DuckDB's holds 2,048 rows.
  for (let from = 0; from < rowCount; from += 2048) {
    const count = Math.min(2048, rowCount - from);
    const chunk = api.DuckDBDataChunk.create(types, count);
    chunk.setColumns(
      columns.map(({ kind }, index) =>
        (cells[index] ?? []).slice(from, from + count).map((cell) => stored(cell, kind)),
      ),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function stored(cell: Cell, kind: CellKind): DuckDBValue {
  if (cell === null) return null;
  if (kind === 'integer') return BigInt(cell);
  return kind === 'boolean' ? cell === 1 : cell;
}
