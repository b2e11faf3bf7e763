import type { MlflowClient } from '@xgflow/mlflow-client';
import { recordedSourceDirectory } from '../../record/sweep-file-place.ts';
import { GateRowsError } from '../gate-rows-error.ts';
import { chooseRows } from './choose-rows.ts';
import type { ChosenRows } from './choose-rows.ts';
import { openRows } from './open-rows.ts';
import type { OpenedRows } from './open-rows.ts';
import { gateRun } from './run-data.ts';

export interface FindRowsOptions {
  readonly candidate: { readonly version: string; readonly runId: string | undefined };
  /** Absent where the champion is not scored. */
  readonly championRunId: string | undefined;
  /** Table with the target. Default: what the candidate's sweep.json names. */
  readonly data: string | undefined;
  /** Where relative paths start. Absolute. */
  readonly directory: string;
  /** Where snapshots of databases are kept. Absolute. */
  readonly home: string;
  readonly minUnseen: number;
  readonly signal?: AbortSignal | undefined;
}

/** A table, and which of its rows to compare on. */
export interface FoundRows extends OpenedRows {
  readonly chosen: ChosenRows;
  /** Columns under `sensitive` of the candidate's sweep file. */
  readonly sensitive: readonly string[];
  /** Of the candidate's run; empty without one. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Finds the rows to compare on: those of `data`, or else the candidate's own, whose digest must be the recorded one.
 *
 * @throws GateRowsError · MlflowError
 */
export async function findRows(client: MlflowClient, options: FindRowsOptions): Promise<FoundRows> {
  const { candidate, championRunId, data, minUnseen } = options;
  const run = await gateRun(client, candidate.runId);
  const source = data ?? run?.config.source;
  if (source === undefined) {
    throw new GateRowsError(
      `no rows to compare on: the run of version ${candidate.version} has no sweep.json and split.csv · the candidate · name labelled rows with --data`,
    );
  }
  const isOwn = data === undefined;
  const directory = isOwn
    ? await recordedSourceDirectory(run?.tags ?? {}, options.directory)
    : options.directory;
  const opened = await openRows({ ...options, directory, source, isOwn, run });
  const { digest, place } = opened;
  if (isOwn && digest !== run?.digest) {
    throw new GateRowsError(
      `the data is not what the candidate was trained on: digest ${digest}, recorded ${run?.digest ?? 'none'} · ${place} · name the right file, or other labelled rows, with --data`,
    );
  }
  const champion = await gateRun(client, championRunId);
  return {
    ...opened,
    chosen: chooseRows({ digest, candidate: run, champion, minUnseen }),
    sensitive: run?.config.sensitive ?? [],
    params: run?.params ?? {},
  };
}
