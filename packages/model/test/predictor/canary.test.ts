import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { canary } from '../../src/predictor/canary.ts';
import { withFolder } from '../small-model.ts';

/** A file that nobody writes to, so that loading it has no end. */
async function withEndlessFile(run: (path: string) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const path = join(folder, 'model.ubj');
    execFileSync('mkfifo', [path]);
    await run(path);
  });
}

/** The child process that loads a file, once it is there. */
async function loaderOf(path: string): Promise<number> {
  for (;;) {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
    const found = children
      .split(' ')
      .find((pid) => pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path));
    if (found !== undefined) return Number(found);
    await sleep(10);
  }
}

describe('a load in a throw-away process', () => {
  test('is ended when it takes too long', async () => {
    await withEndlessFile(async (path) => {
      await expect(canary(path, 300)).rejects.toMatchObject({
        name: 'CorruptModelError',
        reason: 'no end within 0.3 s',
      });
    });
  });

  test('that somebody else ends, as for want of memory, was not too slow', async () => {
    await withEndlessFile(async (path) => {
      const loading = expect(canary(path, 60_000)).rejects.toMatchObject({ reason: 'SIGKILL' });
      process.kill(await loaderOf(path), 'SIGKILL');
      await loading;
    });
  });
});
