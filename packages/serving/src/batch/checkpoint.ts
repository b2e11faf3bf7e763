import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, isRunning } from '@xgflow/mlflow-client/process';
import type { ModelInfo } from '@xgflow/model';
import { z } from 'zod';
import { OutputError } from '../errors/output-error.ts';
import { ResumeError } from '../errors/resume-error.ts';
import type { RowsInput } from './input-rows.ts';

const checkpointSchema = z.strictObject({
  version: z.literal(2),
  /** What the bytes of the output depend on: equal, or there is nothing to continue. */
  identity: z.string(),
  /** The process that writes, told apart from a later one with the same id. */
  writer: z.strictObject({ pid: z.int(), started: z.string() }),
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

/**
 * Writes a checkpoint, with this process as its writer, whole or not at all; what it says must be on the disk already.
 *
 * @throws {OutputError}
 */
export async function writeCheckpoint(
  path: string,
  checkpoint: Omit<Checkpoint, 'version' | 'writer'>,
): Promise<void> {
  const temporary = `${path}.tmp`;
  const writer = identifyProcess(process.pid);
  try {
    const text = JSON.stringify({ version: 2, writer, ...checkpoint });
    await writeFile(temporary, text, { flush: true });
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new OutputError(path, 'write', { cause });
  }
}

export async function removeCheckpoint(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.tmp`, { force: true });
}

/** @throws {ResumeError} when another process than this one is still at it */
export async function refuseRunning({ writer }: Checkpoint, path: string): Promise<void> {
  const { pid } = writer;
  if (pid === process.pid || !isRunning(writer)) return;
  // A process that was killed may still be ending.
  await sleep(200);
  if (!isRunning(writer)) return;
  throw new ResumeError(`process ${pid} is writing this output`, path, 'wait for it, or end it');
}
