import path from 'node:path';
import { contentDigest, openSource, pullSnapshot, snapshotPath } from '@xgflow/data';
import type { SourceLocation } from '@xgflow/data';
import { inScratch } from '../scratch/in-scratch.ts';
import { DamagedSnapshotError } from './damaged-snapshot-error.ts';
import { fileExists } from './file-exists.ts';
import type { SourceRequest } from './source-request.ts';

/** The rows that were pulled, as a file. */
export interface KeptSnapshot {
  readonly path: string;
  readonly digest: string;
  /** False: it was there already, and nothing was asked of the database. */
  readonly pulled: boolean;
  readonly warnings: readonly string[];
}

/**
 * The snapshot of a digest when it is kept here, else what the database gives now.
 *
 * @throws {DataError} of the source · {DamagedSnapshotError}
 */
export async function snapshotOf(
  request: SourceRequest,
  {
    home,
    digest,
    signal,
  }: { readonly home: string; readonly digest?: string | undefined; readonly signal?: AbortSignal },
): Promise<KeptSnapshot> {
  const directory = path.join(home, 'snapshots');
  const kept = digest === undefined ? undefined : snapshotPath(directory, digest);
  if (digest !== undefined && kept !== undefined && (await fileExists(kept))) {
    const found = await parquetDigest(kept, signal);
    if (found !== digest) throw new DamagedSnapshotError(kept, found);
    return { path: kept, digest, pulled: false, warnings: [] };
  }
  const { location, query, drop } = request;
  const source = openSource(location, query);
  const snapshot = await inScratch(directory, (scratch) =>
    pullSnapshot(source, { directory, scratch, drop, ...(signal ? { signal } : {}) }),
  );
  return { ...snapshot, pulled: true };
}

/** The digest of what a Parquet file holds. @throws {DataError} */
export async function parquetDigest(file: string, signal?: AbortSignal): Promise<string> {
  const source = openSource(snapshotLocation(file, file));
  await using table = await source.open(signal ? { signal } : {});
  return await contentDigest(table);
}

/** Where what was pulled is read again. @param name of where it came from, for messages */
export function snapshotLocation(file: string, name: string): SourceLocation {
  return { kind: 'parquet', name, path: file };
}
