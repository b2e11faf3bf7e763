import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

/** Does a job with a new, empty directory below `parent`, which is gone afterwards, however the job ends. */
export async function inScratch(
  parent: string,
  job: (directory: string) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(path.join(parent, 'scratch-'));
  try {
    await job(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
