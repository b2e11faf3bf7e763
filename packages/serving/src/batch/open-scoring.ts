import type { SourceLocation } from '@xgflow/data';
import { ResumeError } from '../errors/resume-error.ts';
import {
  readCheckpoint,
  refuseRunning,
  removeCheckpoint,
  scoringIdentity,
  writeCheckpoint,
} from './checkpoint.ts';
import type { Checkpoint, Counts } from './checkpoint.ts';
import type { RowsInput } from './input-rows.ts';
import { OutputFile } from './output-file.ts';
import type { ScoreTableOptions } from './score-options.ts';

/** The files of a scoring, and how far an earlier run came with them. */
export interface Scoring {
  readonly output: OutputFile;
  /** Of the rows that are put aside. */
  readonly aside: OutputFile | undefined;
  /** Rows of the input that are done already. */
  readonly from: number;
  readonly counts: Counts;
  /** Makes everything up to here durable: a later run goes on from this row of the input. */
  checkpoint(rows: number, counts: Counts): Promise<void>;
  /** Puts the files in their places. */
  commit(): Promise<void>;
  /** Leaves the files for a later run. */
  leave(): Promise<void>;
  /** Leaves nothing. */
  discard(): Promise<void>;
}

type OpenOptions = Pick<
  ScoreTableOptions,
  'badRows' | 'keep' | 'output' | 'overwrite' | 'predictor' | 'resume'
>;

/** @throws {OutputError} · {ResumeError} */
export async function openScoring(input: RowsInput, options: OpenOptions): Promise<Scoring> {
  const { badRows, keep = [], overwrite = false, predictor, resume = false } = options;
  const path = `${options.output}.resume.json`;
  const aside = badRows !== undefined;
  const identity = await scoringIdentity(predictor.info, input, { keep, aside });
  const found = await readCheckpoint(path);
  if (found !== undefined) await refuseRunning(found, path);
  const before = resume ? continued(found, identity, input, path) : undefined;
  const file = input.location.kind === 'postgres' ? undefined : input.location.path;
  const common = { overwrite, input: file };
  const output = await OutputFile.create(options.output, {
    ...common,
    from: before?.outputBytes ?? 0,
  });
  const other = aside
    ? await OutputFile.create(badRows, {
        ...common,
        from: before?.badBytes ?? 0,
        reclaim: before !== undefined,
      }).catch(async (error: unknown) => {
        await (before === undefined ? output.discard() : output.leave());
        throw error;
      })
    : undefined;
  const files = [output, ...(other === undefined ? [] : [other])];
  const checkpoint = async (rows: number, counts: Counts): Promise<void> => {
    for (const file of files) await file.sync();
    await writeCheckpoint(path, {
      version: 1,
      identity,
      pid: process.pid,
      rows,
      outputBytes: output.bytes,
      badBytes: other?.bytes ?? 0,
      counts,
    });
  };
  const scoring = {
    output,
    aside: other,
    from: before?.rows ?? 0,
    counts: before?.counts ?? noCounts,
    checkpoint,
    commit: async (): Promise<void> => {
      for (const file of files.toReversed()) await file.commit();
      await removeCheckpoint(path);
    },
    leave: async (): Promise<void> => {
      for (const file of files) await file.leave();
    },
    discard: async (): Promise<void> => {
      for (const file of files) await file.discard();
      await removeCheckpoint(path);
    },
  };
  // From here on another run sees that the output is taken.
  await checkpoint(scoring.from, scoring.counts);
  return scoring;
}

const noCounts: Counts = { scored: 0, bad: 0, positives: 0, unseenRows: 0, unseenByColumn: {} };

/** A file can be seen to be the same; the rows of a database may have changed. */
export function isResumable({ kind }: SourceLocation): boolean {
  return kind === 'csv' || kind === 'parquet';
}

/** @throws {ResumeError} when what was left is of another model, input or option, or a database may have changed */
function continued(
  found: Checkpoint | undefined,
  identity: string,
  { location }: RowsInput,
  path: string,
): Checkpoint | undefined {
  if (!isResumable(location)) {
    throw new ResumeError(
      'rows of a database may have changed meanwhile',
      location.name,
      'leave out resume, or score a file',
    );
  }
  // Nothing was left, or nothing yet: the beginning is where to go on.
  if (found === undefined) return undefined;
  if (found.identity === identity) return found;
  throw new ResumeError(
    'what was left is of another model, input or options',
    path,
    'leave out resume to begin anew',
  );
}
