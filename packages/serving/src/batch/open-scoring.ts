import { resolve } from 'node:path';
import { OutputError } from '../errors/output-error.ts';
import { removeCheckpoint, writeCheckpoint } from './checkpoint.ts';
import type { Counts } from './checkpoint.ts';
import type { EarlierRun } from './earlier-run.ts';
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
  /** Puts the files in their places, with every row done. */
  commit(counts: Counts): Promise<void>;
  /** Leaves the files for a later run. */
  leave(): Promise<void>;
  /** Leaves nothing. */
  discard(): Promise<void>;
}

/** @throws {OutputError} · {ResumeError} */
export async function openScoring(
  input: RowsInput,
  { before, identity, path }: EarlierRun,
  options: Pick<ScoreTableOptions, 'badRows' | 'output' | 'overwrite'>,
): Promise<Scoring> {
  const { badRows, overwrite = false } = options;
  if (badRows !== undefined && resolve(badRows) === resolve(options.output)) {
    throw new OutputError(badRows, 'is-bad-rows');
  }
  const file = input.location.kind === 'postgres' ? undefined : input.location.path;
  const common = { overwrite, input: file };
  // What cannot even begin leaves nothing, but what an earlier run left stays.
  const undo = async (file: OutputFile): Promise<void> =>
    before === undefined ? file.discard() : file.leave();
  const output = await OutputFile.create(options.output, {
    ...common,
    from: before?.outputBytes ?? 0,
  });
  const other =
    badRows === undefined
      ? undefined
      : await OutputFile.create(badRows, { ...common, from: before?.badBytes ?? 0 }).catch(
          async (error: unknown) => {
            await undo(output);
            throw error;
          },
        );
  const files = [output, ...(other === undefined ? [] : [other])];
  const checkpoint = async (rows: number, counts: Counts, finished = false): Promise<void> => {
    for (const file of files) await file.sync();
    await writeCheckpoint(path, {
      identity,
      rows,
      outputBytes: output.bytes,
      badBytes: other?.bytes ?? 0,
      finished,
      counts,
    });
  };
  const scoring = {
    output,
    aside: other,
    from: before?.rows ?? 0,
    counts: before?.counts ?? noCounts,
    checkpoint,
    commit: async (counts: Counts): Promise<void> => {
      // What ends the process from here on leaves nothing to do but this.
      await checkpoint(counts.scored + counts.bad, counts, true);
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
  await checkpoint(scoring.from, scoring.counts).catch(async (error: unknown) => {
    await Promise.all(files.map(undo));
    throw error;
  });
  return scoring;
}

const noCounts: Counts = { scored: 0, bad: 0, positives: 0, unseenRows: 0, unseenByColumn: {} };
