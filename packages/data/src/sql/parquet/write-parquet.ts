import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DuckDBValue } from '@duckdb/node-api';
import type { Cell, CellKind, SourceColumn } from '../cell.ts';
import type { RowBlock } from '../table-source.ts';
import { openDuckDb, sqlName, sqlText, type DuckDb } from './duckdb.ts';

const TYPES: Readonly<Record<CellKind, string>> = {
  integer: 'BIGINT',
  float: 'DOUBLE',
  boolean: 'BOOLEAN',
  text: 'VARCHAR',
};

type TypedColumn = SourceColumn & { readonly kind: CellKind };

/**
 * Writes a table to a Parquet file, in its order; memory stays bounded, what does not fit goes to the folder of the
 * file meanwhile.
 *
 * @param path of a file in a folder that is there; replaced when it exists, removed when the writing fails
 */
export async function writeParquet(
  path: string,
  columns: readonly TypedColumn[],
  blocks: AsyncIterable<RowBlock>,
): Promise<void> {
  using duckDb = await openDuckDb({ files: [path], directories: [dirname(path)] });
  const { connection } = duckDb;
  try {
    const definitions = columns.map(({ name, kind }) => `${sqlName(name)} ${TYPES[kind]}`);
    await connection.run(`CREATE TABLE t (${definitions.join(', ')})`);
    for await (const block of blocks) await append(duckDb, columns, block);
    await connection.run(`COPY t TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd)`);
  } catch (error) {
    await rm(path, { force: true });
    // DuckDB tells it in words only.
    if (/no space left/i.test(String(error)))
      throw Object.assign(error as Error, { code: 'ENOSPC', path });
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
