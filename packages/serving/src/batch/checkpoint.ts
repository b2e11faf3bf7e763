import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelInfo } from '@xgflow/model';
import { z } from 'zod';
import { ResumeError } from '../errors/resume-error.ts';
import type { RowsInput } from './input-rows.ts';

const checkpointSchema = z.strictObject({
  version: z.literal(1),
  /** What the bytes of the output depend on: equal, or there is nothing to continue. */
  identity: z.string(),
  /** The process that writes. */
  pid: z.int(),
  /** Rows of the input that are done, bad ones included. */
  rows: z.int(),
  /** Bytes of the output, and of the bad rows, that are on the disk for good. */
  outputBytes: z.int(),
  badBytes: z.int(),
  /** Every row is done, and only the putting of the files in their places is wanting. */
  finished: z.boolean().default(false),
  counts: z.strictObject({
    scored: z.int(),
    bad: z.int(),
    positives: z.int(),
    unseenRows: z.int(),
    unseenByColumn: z.record(z.string(), z.int()),
  }),
});

/** How far a scoring is, with everything durable up to there. */
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** What is counted on the way. */
export type Counts = Checkpoint['counts'];

/** What the output of a scoring depends on, as text. A file counts as the same while its size and its time of change are. */
export async function scoringIdentity(
  model: ModelInfo,
  input: RowsInput,
  options: { readonly keep: readonly string[]; readonly aside: boolean },
): Promise<string> {
  const { location, query, delimiter } = input;
  const file =
    location.kind === 'csv' || location.kind === 'parquet'
      ? await stat(location.path).then(
          ({ mtimeMs, size }) => [location.path, size, mtimeMs],
          () => undefined,
        )
      : undefined;
  const { sha256, threshold } = model;
  return JSON.stringify([sha256, threshold, location.name, file, query, delimiter, options]);
}

/** The checkpoint of an output; undefined when there is none that can be read. */
export async function readCheckpoint(path: string): Promise<Checkpoint | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return checkpointSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Writes a checkpoint whole or not at all; what it says must be on the disk already. */
export async function writeCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  const temporary = `${path}.tmp`;
  await writeFile(temporary, JSON.stringify(checkpoint), { flush: true });
  await rename(temporary, path);
}

export async function removeCheckpoint(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.tmp`, { force: true });
}

/** @throws {ResumeError} when the process that wrote a checkpoint is still at it */
export async function refuseRunning(checkpoint: Checkpoint, path: string): Promise<void> {
  const { pid } = checkpoint;
  if (pid === process.pid || !isAlive(pid)) return;
  // A process that was killed may still be ending.
  await sleep(200);
  if (!isAlive(pid)) return;
  throw new ResumeError(
    `process ${pid} is writing this output`,
    path,
    'wait for it, or remove the file when that process is another program',
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
