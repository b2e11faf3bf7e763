import type { SourceLocation } from '@xgflow/data';
import { ResumeError } from '../errors/resume-error.ts';
import {
  readCheckpoint,
  refuseRunning,
  removeCheckpoint,
  scoringIdentity,
  type Checkpoint,
} from './checkpoint.ts';
import type { RowsInput } from './input-rows.ts';
import { OutputFile } from './output-file.ts';
import type { ScoreTableOptions } from './score-options.ts';

/** What an earlier run of a scoring left to go on with. */
export interface EarlierRun {
  /** Path of the checkpoint, also of the run that is to begin. */
  readonly path: string;
  readonly identity: string;
  /** How far it came; undefined where there is nothing to go on with, or nobody wants to. */
  readonly before: Checkpoint | undefined;
}

type EarlierOptions = Pick<
  ScoreTableOptions,
  'badRows' | 'keep' | 'output' | 'overwrite' | 'predictor' | 'resume'
>;

/**
 * Looks for what an earlier run left.
 *
 * @throws {ResumeError} when it cannot be continued, or its process still writes
 */
export async function findEarlierRun(
  input: RowsInput,
  { badRows, keep = [], output, predictor, resume = false }: EarlierOptions,
): Promise<EarlierRun> {
  const { location } = input;
  if (resume && !isResumable(location)) {
    throw new ResumeError(
      'a scoring of a database cannot be resumed, since its rows may have changed',
      location.name,
      'write its rows to a Parquet or CSV file first and score that, or leave out resume',
    );
  }
  const path = `${output}.resume.json`;
  const aside = badRows !== undefined;
  const identity = await scoringIdentity(predictor.info, input, { keep, aside });
  const found = await readCheckpoint(path);
  if (found !== undefined) await refuseRunning(found, path);
  // Nothing was left, or nothing yet: the beginning is where to go on.
  const before = resume ? found : undefined;
  if (before !== undefined && before.identity !== identity) {
    throw new ResumeError(
      'what was left is of another model, input or options',
      path,
      'leave out resume to begin anew',
    );
  }
  return { path, identity, before };
}

/**
 * Puts the files of a run in their places that had done every row, and ended before or just after doing so.
 *
 * @throws {OutputError} · {ResumeError}
 */
export async function finishEarlierRun(
  { path }: EarlierRun,
  { badBytes, outputBytes }: Checkpoint,
  { badRows, output, overwrite = false }: EarlierOptions,
): Promise<void> {
  if (badRows !== undefined) await OutputFile.place(badRows, { bytes: badBytes, overwrite });
  await OutputFile.place(output, { bytes: outputBytes, overwrite });
  await removeCheckpoint(path);
}

/** A file can be seen to be the same; the rows of a database may have changed. */
export function isResumable({ kind }: SourceLocation): boolean {
  return kind === 'csv' || kind === 'parquet';
}
