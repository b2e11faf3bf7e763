import { fileDigest, parseSource, UnreadableFileError } from '@xgflow/data';
import type { SourceLocation } from '@xgflow/data';
import { placeOf } from '../../config/index.ts';
import { isPulled, readAnything, readTable } from '../../source/index.ts';
import { categoricalColumns } from '../../sweep/target.ts';
import { GateRowsError } from '../gate-rows-error.ts';
import { csvBatches, tableBatches } from './row-batches.ts';
import type { RowBatch } from './row-batches.ts';
import type { GateRun } from './run-data.ts';

export interface OpenRowsOptions {
  /** As `source:` of a sweep file, or the command line as data. */
  readonly source: string;
  /** Whether it is the candidate's own source, not one that was named. */
  readonly isOwn: boolean;
  /** Where relative paths start. */
  readonly directory: string;
  /** Where snapshots of databases are kept. */
  readonly home: string;
  /** The candidate's run, which says how the table is read. */
  readonly run: GateRun | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Rows to compare on, before it is chosen which of them. */
export interface OpenedRows {
  /** Where they are, for messages. */
  readonly place: string;
  /** As the runs record it: of a file's bytes, or of what was pulled. */
  readonly digest: string;
  readonly batches: () => AsyncIterable<RowBatch> | Iterable<RowBatch>;
}

/** Opens a CSV file, a Parquet file, or the snapshot of a database. @throws GateRowsError · DataError */
export async function openRows(options: OpenRowsOptions): Promise<OpenedRows> {
  const { directory, run, signal, source } = options;
  const location = parseSource(source, { directory });
  const place = placeOf(location);
  try {
    const pulled = run !== undefined && isPulled(ownRequest(run, directory));
    if (location.kind === 'csv' && !(options.isOwn && pulled)) {
      const digest = await fileDigest(location.path);
      return { place, digest, batches: () => csvBatches(location.path, signal) };
    }
    if (run && (options.isOwn || location.kind === 'parquet')) {
      return await openTable(location, { ...options, run }, pulled);
    }
    const table = await readAnything(location, undefined, signal ? { signal } : {});
    return { place, digest: '', batches: () => tableBatches(table) };
  } catch (cause) {
    if (!(cause instanceof UnreadableFileError)) throw cause;
    const known = run ? `, digest ${run.digest}` : '';
    throw new GateRowsError(
      `the rows to compare on are not here (${cause.code}) · ${place}${known} · name the file with --data`,
      { cause },
    );
  }
}

function ownRequest({ config }: GateRun, directory: string) {
  return { location: parseSource(config.source, { directory }), query: config.query };
}

/** As the sweep read it; of a pull the snapshot that is kept, or the file that is named. */
async function openTable(
  location: SourceLocation,
  { home, isOwn, run, signal }: OpenRowsOptions & { readonly run: GateRun },
  pulled: boolean,
): Promise<OpenedRows> {
  const { config } = run;
  const snapshot = pulled && !isOwn && location.kind === 'parquet' ? location.path : undefined;
  const loaded = {
    config,
    location,
    path: 'sweep.json',
    ...(snapshot === undefined ? {} : { snapshot }),
  };
  const columns = { categorical: categoricalColumns(config), drop: config.drop };
  const { digest, table } = await readTable(loaded, columns, {
    home,
    recorded: run.digest,
    fresh: true,
    signal,
  });
  return { place: placeOf(location), digest, batches: () => tableBatches(table) };
}
