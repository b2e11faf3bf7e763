import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { NoRowsError } from '../../errors/no-rows-error.ts';
import { UnknownColumnError } from '../../errors/unknown-column-error.ts';
import { unwritable } from '../../errors/unwritable-file-error.ts';
import { makeFolder } from '../../files/make-folder.ts';
import type { CellKind, SourceColumn } from '../cell.ts';
import { writeParquet } from '../parquet/write-parquet.ts';
import { refuseUnsupported } from '../read-source.ts';
import type { OpenTable, RowBlock, TableSource } from '../table-source.ts';
import { ContentDigest } from './content-digest.ts';

export interface PullOptions {
  /** Folder of the snapshots; made when it is not there. */
  readonly directory: string;
  /**
   * An empty folder on the disk of `directory`, for the file while it is written and for what does not fit into memory
   * meanwhile. Default: a new one in `directory`, `pull-…`, gone afterwards; a pull that is killed leaves it.
   */
  readonly scratch?: string;
  /** Columns that are left out. */
  readonly drop?: readonly string[];
  /** Called after each block with the rows pulled so far. */
  readonly onProgress?: (progress: { readonly rows: number }) => void;
  readonly signal?: AbortSignal;
}

/** What was pulled, kept as a file. */
export interface Snapshot {
  /** `<digest>.parquet` in the folder. */
  readonly path: string;
  /** Of the content: two pulls of the same rows have the same. */
  readonly digest: string;
  readonly rows: number;
  readonly warnings: readonly string[];
}

/** The file of a snapshot. */
export function snapshotPath(directory: string, digest: string): string {
  return join(directory, `${digest}.parquet`);
}

/**
 * Reads a source once and keeps what it gave, whole or not at all.
 *
 * @throws {DataError} of the source · {UnknownColumnError} for a name to drop that is no column · {NoRowsError} ·
 *   {UnwritableFileError}
 */
export async function pullSnapshot(source: TableSource, options: PullOptions): Promise<Snapshot> {
  const { directory, drop = [], signal } = options;
  await makeFolder(directory);
  const skip = new Set(drop);
  await using table = await source.open({ skip, ...(signal ? { signal } : {}) });
  const kept = keptColumns(table, drop, source.name);
  const digest = new ContentDigest(kept.map(({ column }) => column));
  // Two pulls share no folder, because DuckDB calls what it puts aside by the same names.
  const folder =
    options.scratch ?? (await mkdtemp(join(directory, 'pull-')).catch(unwritable(directory)));
  const temporary = join(folder, 'table.parquet');
  const blocks = counted(table, kept, digest, options);
  try {
    await writeParquet(
      { path: temporary, place: directory },
      kept.map(({ column }) => column),
      blocks,
    );
    if (digest.rows === 0) throw new NoRowsError(source.name);
    const { rows } = digest;
    const name = digest.finish();
    const path = snapshotPath(directory, name);
    await sync(temporary).catch(unwritable(path));
    await rename(temporary, path).catch(unwritable(path));
    return { path, digest: name, rows, warnings: table.warnings };
  } finally {
    if (options.scratch === undefined) await rm(folder, { recursive: true, force: true });
  }
}

interface Kept {
  readonly column: SourceColumn & { readonly kind: CellKind };
  readonly index: number;
}

function keptColumns(table: OpenTable, drop: readonly string[], source: string): readonly Kept[] {
  const names = table.columns.map(({ name }) => name);
  const unknown = drop.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UnknownColumnError(unknown, names, source);
  return table.columns.flatMap((column, index): Kept[] => {
    if (drop.includes(column.name)) return [];
    refuseUnsupported(column, source);
    return [{ column: column as Kept['column'], index }];
  });
}

async function* counted(
  table: OpenTable,
  kept: readonly Kept[],
  digest: ContentDigest,
  { onProgress }: PullOptions,
): AsyncGenerator<RowBlock> {
  for await (const { cells, rowCount } of table.blocks()) {
    const block = { cells: kept.map(({ index }) => cells[index] ?? []), rowCount };
    digest.add(block);
    yield block;
    onProgress?.({ rows: digest.rows });
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
