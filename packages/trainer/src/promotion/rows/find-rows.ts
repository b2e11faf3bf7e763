import path from 'node:path';
import { fileDigest, UnreadableFileError } from '@xgflow/data';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { GateRowsError } from '../gate-rows-error.ts';
import { chooseRows } from './choose-rows.ts';
import type { ChosenRows } from './choose-rows.ts';
import { gateRun } from './run-data.ts';

export interface FindRowsOptions {
  readonly candidate: { readonly version: string; readonly runId: string | undefined };
  /** Absent where the champion is not scored. */
  readonly championRunId: string | undefined;
  /** CSV file with the target. Default: what the candidate's sweep.json names. */
  readonly data: string | undefined;
  /** Where relative paths start. Absolute. */
  readonly directory: string;
  readonly minUnseen: number;
}

/** A file, and which of its rows to compare on. */
export interface FoundRows {
  readonly file: string;
  /** First 16 hex digits of its SHA-256. */
  readonly digest: string;
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
  const { candidate, championRunId, data, directory, minUnseen } = options;
  const run = await gateRun(client, candidate.runId);
  const source = data ?? run?.config.source;
  if (source === undefined) {
    throw new GateRowsError(
      `no rows to compare on: the run of version ${candidate.version} has no sweep.json and split.csv · the candidate · name labelled rows with --data`,
    );
  }
  const file = path.resolve(directory, source);
  const digest = await digestOf(file, run?.digest);
  if (data === undefined && digest !== run?.digest) {
    throw new GateRowsError(
      `the file is not what the candidate was trained on: digest ${digest}, recorded ${run?.digest ?? 'none'} · ${file} · name the right file, or other labelled rows, with --data`,
    );
  }
  const champion = await gateRun(client, championRunId);
  return {
    file,
    digest,
    chosen: chooseRows({ digest, candidate: run, champion, minUnseen }),
    sensitive: run?.config.sensitive ?? [],
    params: run?.params ?? {},
  };
}

async function digestOf(file: string, recorded: string | undefined): Promise<string> {
  try {
    return await fileDigest(file);
  } catch (cause) {
    if (!(cause instanceof UnreadableFileError)) throw cause;
    const known = recorded === undefined ? '' : `, digest ${recorded}`;
    throw new GateRowsError(
      `the rows to compare on are not here (${cause.code}) · ${file}${known} · name the file with --data`,
      { cause },
    );
  }
}
