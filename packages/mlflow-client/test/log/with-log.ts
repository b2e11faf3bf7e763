import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppendOnlyLog, type LogOptions } from '../../src/log/append-only.ts';

export const FORMAT = 'test/1';

/** Runs the test with the path of a log that is not there yet, in a folder of its own. */
export async function withPath<T>(test: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'xgflow-log-'));
  try {
    return await test(join(folder, 'spool.log'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Opens the log, runs the test, closes it. */
export async function withLog<T>(
  path: string,
  test: (log: AppendOnlyLog) => Promise<T>,
  options: Partial<LogOptions> = {},
): Promise<T> {
  const log = await AppendOnlyLog.open(path, { format: FORMAT, fsync: 'never', ...options });
  try {
    return await test(log);
  } finally {
    await log.close();
  }
}

/** All records of a log that is open. */
export async function readAll(log: AppendOnlyLog): Promise<unknown[]> {
  const records: unknown[] = [];
  for await (const record of log.records()) records.push(record);
  return records;
}
