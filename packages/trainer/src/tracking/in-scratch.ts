import { mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { identifyProcess, isRunning } from '@xgflow/mlflow-client/process';

/** `scratch-<process id>-<its start>-<six letters>`: what a killed process left can be told from what is in use. */
const scratchName = /^scratch-(\d+)-([\w.]*)-\w{6}$/;

/**
 * Does a job with a new, empty directory below `parent`, which is gone afterwards, however the job ends;
 * a killed process's directory is gone after the next job.
 */
export async function inScratch(
  parent: string,
  job: (directory: string) => Promise<void>,
): Promise<void> {
  await clearDead(parent);
  const started = identifyProcess(process.pid)?.started ?? '';
  const directory = await mkdtemp(path.join(parent, `scratch-${process.pid}-${started}-`));
  try {
    await job(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function clearDead(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, pid, started = ''] = scratchName.exec(name) ?? [];
    if (pid === undefined || isRunning({ pid: Number(pid), started })) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}
