import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { SourceColumn } from '../cell.ts';
import type { RowBlock } from '../table-source.ts';
import { cellsOf, copyColumn, type CopiedColumn } from './parquet-cells.ts';

/** A column of a table, and which column of the result holds it; undefined for one that is not read. */
export interface ReadColumn {
  readonly column: SourceColumn;
  readonly at: number | undefined;
}

/** So few that what is made of them is gone before V8 would count it as old. */
const BLOCK_ROWS = 512;

/**
 * The rows of a result, in blocks of at most 512.
 *
 * A chunk has up to 2,048 rows. Its memory (about 700 kB for 41 columns) is DuckDB's, unseen by V8, and given back when the garbage collector
 * takes the object that stands for it. So nobody holds a chunk while its rows are worked on, and it is copied with little
 * garbage: it too must die before it would count as old, where V8 looks seldom.
 */
export async function* readChunks(
  columns: readonly ReadColumn[],
  source: string,
  fetch: () => Promise<DuckDBDataChunk | null>,
): AsyncGenerator<RowBlock> {
  for (let before = 0; ;) {
    const copied = await nextChunk(columns, source, before, fetch);
    if (copied === undefined) return;
    for (let from = 0; from < copied.rowCount; from += BLOCK_ROWS) {
      const to = Math.min(from + BLOCK_ROWS, copied.rowCount);
      yield {
        cells: copied.columns.map((column) => cellsOf(column, from, to)),
        rowCount: to - from,
      };
    }
    before += copied.rowCount;
  }
}

/** A function of its own, so that the chunk is out of reach when it ends. */
async function nextChunk(
  columns: readonly ReadColumn[],
  source: string,
  before: number,
  fetch: () => Promise<DuckDBDataChunk | null>,
): Promise<{ columns: (CopiedColumn | undefined)[]; rowCount: number } | undefined> {
  const chunk = await fetch();
  if (chunk === null || chunk.rowCount === 0) return undefined;
  const copied = columns.map(({ column, at }) => {
    if (at === undefined) return undefined;
    const place = (index: number) => ({ source, column: column.name, row: before + index + 1 });
    return copyColumn(chunk.getColumnVector(at), column, place);
  });
  return { columns: copied, rowCount: chunk.rowCount };
}
