import path from 'node:path';
import { fileDigest } from '@xgflow/data';
import type { Table } from '@xgflow/data';
import { configHash } from '../config/index.ts';
import type { LoadedSweepConfig } from '../config/index.ts';
import { contractPath } from './contract-path.ts';
import { holdToContract } from './hold-to-contract.ts';
import type { ContractOutcome, ContractUse } from './hold-to-contract.ts';
import { fileExists } from './file-exists.ts';
import { readLocation } from './read-location.ts';
import { parquetDigest, snapshotLocation, snapshotOf } from './snapshot-of.ts';
import type { KeptSnapshot } from './snapshot-of.ts';
import { isPulled, wantsContract } from './source-request.ts';
import type { SourceRequest } from './source-request.ts';
import { unfinishedDigest } from './unfinished-digest.ts';

/** Where a table comes from besides its source, and what is demanded of it. */
export interface ReadTableOptions {
  /** The directory of local state: snapshots, and journals of unfinished sweeps. Default: `.xgflow` beside the sweep file. */
  readonly home?: string | undefined;
  /** Pull anew although an unfinished sweep of this configuration has a snapshot. Default false. */
  readonly fresh?: boolean | undefined;
  /** The digest of the pull that is wanted: its snapshot is used when it is here. */
  readonly recorded?: string | undefined;
  /** What to do with the contract. Default: nothing at all. */
  readonly contract?: ContractUse | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A table that was read, and what its record says of it. */
export interface ReadTable {
  readonly table: Table;
  /** Of a file: the first 16 hex digits of the SHA-256 of its bytes; of a pull: those of its content. */
  readonly digest: string;
  /** The snapshot of a pull. */
  readonly snapshot: string | undefined;
  readonly contract: ContractOutcome | undefined;
  readonly warnings: readonly string[];
}

/**
 * Reads the table of a sweep file: a file as it is, a database or a query through a snapshot that is kept.
 *
 * @param columns which of its columns are categories, and which are left out
 * @throws {DataError} · {ContractBrokenError} · {DamagedSnapshotError}
 */
export async function readTable(
  loaded: Pick<LoadedSweepConfig, 'config' | 'path' | 'location' | 'snapshot'>,
  columns: Pick<SourceRequest, 'categorical' | 'drop'>,
  options: ReadTableOptions = {},
): Promise<ReadTable> {
  const { config, location, path: sweepFile } = loaded;
  const signal = options.signal ? { signal: options.signal } : {};
  const request = { location, query: config.query, ...columns };
  const warnings: string[] = [];
  const snapshot =
    loaded.snapshot === undefined && isPulled(request)
      ? await snapshotFor(request, loaded, options, warnings)
      : undefined;
  // What was pulled has its query and its `drop` behind it.
  const from: SourceRequest =
    snapshot === undefined
      ? loaded.snapshot === undefined
        ? request
        : { ...request, query: undefined, drop: [] }
      : {
          categorical: columns.categorical,
          drop: [],
          location: snapshotLocation(snapshot.path, location.name),
        };
  const read = (): Promise<Table> => {
    const { categorical, drop } = from;
    return readLocation(from.location, from.query, {
      categorical,
      drop,
      onWarning: (warning) => warnings.push(warning),
      ...signal,
    });
  };
  const file = contractPath(sweepFile, config.contract);
  const wanted =
    options.contract === 'accept' ||
    wantsContract(request, config.contract) ||
    (await fileExists(file));
  const held =
    options.contract !== undefined && wanted
      ? await holdToContract(from, read, {
          file,
          use: options.contract,
          section: config.contract,
          acceptWith: `xgflow check ${path.basename(sweepFile)} --accept-contract`,
          ...signal,
        })
      : { table: await read(), outcome: undefined };
  return {
    table: held.table,
    digest: snapshot?.digest ?? (await digestOf(loaded)),
    snapshot: snapshot?.path ?? loaded.snapshot,
    contract: held.outcome,
    warnings,
  };
}

async function snapshotFor(
  request: SourceRequest,
  { config, path: sweepFile }: Pick<LoadedSweepConfig, 'config' | 'path'>,
  {
    home = path.join(path.dirname(sweepFile), '.xgflow'),
    fresh = false,
    recorded,
    signal,
  }: ReadTableOptions,
  warnings: string[],
): Promise<KeptSnapshot> {
  const unfinished = fresh ? undefined : await unfinishedDigest(home, configHash(config));
  const digest = recorded ?? unfinished;
  const snapshot = await snapshotOf(request, { home, digest, ...(signal ? { signal } : {}) });
  warnings.push(...snapshot.warnings);
  if (!snapshot.pulled && recorded === undefined) {
    warnings.push(
      `an unfinished sweep goes on with the rows it began with · snapshot ${snapshot.digest} · --fresh pulls anew`,
    );
  }
  return snapshot;
}

async function digestOf({
  location,
  snapshot,
}: Pick<LoadedSweepConfig, 'location' | 'snapshot'>): Promise<string> {
  if (snapshot !== undefined) return parquetDigest(snapshot);
  return location.kind === 'postgres' ? '' : fileDigest(location.path);
}
