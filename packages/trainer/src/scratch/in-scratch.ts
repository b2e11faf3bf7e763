import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, unwritable } from '@xgflow/data';
import { identifyProcess, isOutOfSight, isRunning } from '@xgflow/mlflow-client/process';
import type { ProcessIdentity } from '@xgflow/mlflow-client/process';

/** `scratch-<process id>-<its start>-<six letters>`: what a killed process left can be told from what is in use. */
const scratchName = /^scratch-(\d+)-([\w.]*)-\w{6}$/;

/** No job leaves its directory untouched for so long. */
const forsakenMs = 7 * 24 * 3_600_000;

/**
 * Does a job with a new, empty directory below `parent` (made when it is not there), which is gone afterwards, however
 * the job ends. What a killed process left is gone before the next job; where it cannot be seen whether the process runs
 * (on another machine, in another container, before this machine was started), once it was not touched for a week.
 *
 * @throws UnwritableFileError
 */
export async function inScratch<T>(
  parent: string,
  job: (directory: string) => Promise<T>,
): Promise<T> {
  await makeFolder(parent);
  await clearLeft(parent);
  const started = identifyProcess(process.pid)?.started ?? '';
  const name = `scratch-${process.pid}-${started}-`;
  const directory = await mkdtemp(path.join(parent, name)).catch(unwritable(parent));
  try {
    return await job(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function clearLeft(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, pid, started = ''] = scratchName.exec(name) ?? [];
    const directory = path.join(parent, name);
    if (pid === undefined || !(await isLeft({ pid: Number(pid), started }, directory))) continue;
    // What cannot be removed is in nobody's way.
    await rm(directory, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function isLeft(writer: ProcessIdentity, directory: string): Promise<boolean> {
  if (!isOutOfSight(writer)) return !isRunning(writer);
  const touched = await stat(directory).then(
    ({ mtimeMs }) => mtimeMs,
    () => Infinity,
  );
  return Date.now() - touched > forsakenMs;
}
