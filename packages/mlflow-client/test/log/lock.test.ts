import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppendOnlyLog } from '../../src/log/append-only.ts';
import { FORMAT, readAll, withLog, withPath } from './with-log.ts';
import { CHILD, killAfter } from './appending-child.ts';

const write = (path: string) =>
  withLog(path, async (log) => {
    await log.append('record');
  });

describe('the lock', () => {
  test('a living holder is named', async () => {
    await withPath(async (path) => {
      const child = spawn(process.execPath, [CHILD, path, 'never'], { stdio: 'pipe' });
      const first = new Promise((resolve) => child.stdout.once('data', resolve));
      await first;
      await expect(withLog(path, readAll)).rejects.toMatchObject({
        name: 'LogLockedError',
        holderPid: child.pid,
      });
      await killAfter(child, 0);
      expect(await withLog(path, (log) => Promise.resolve(log.report.records))).toBeGreaterThan(0);
    });
  });

  test('this process is a holder too', async () => {
    await withPath(async (path) => {
      await withLog(path, async () => {
        const second = AppendOnlyLog.open(path, { format: FORMAT });
        await expect(second).rejects.toMatchObject({ holderPid: process.pid });
      });
    });
  });

  test.each([
    ['a dead process', `${2 ** 22 + 1}-x.1-0a`],
    ['an earlier process with our id', `${process.pid}-before.1-0a`],
  ])('the lock of %s is cleared away', async (_name, flag) => {
    await withPath(async (path) => {
      await writeFile(`${path}.lock-${flag}`, '');
      await write(path);
      expect(await readdir(dirname(path))).toEqual(['spool.log']);
    });
  });

  test('other files beside the log are left alone', async () => {
    await withPath(async (path) => {
      await writeFile(`${path}.lock-notes`, 'x');
      await writeFile(`${path}.lock`, 'x');
      await write(path);
      expect((await readdir(dirname(path))).sort()).toEqual([
        'spool.log',
        'spool.log.lock',
        'spool.log.lock-notes',
      ]);
    });
  });

  test('of many that open at once, at most one gets it', async () => {
    await withPath(async (path) => {
      await writeFile(`${path}.lock-${2 ** 22 + 1}-x.1-0a`, '');
      const opened = await Promise.allSettled(
        Array.from({ length: 8 }, () => AppendOnlyLog.open(path, { format: FORMAT })),
      );
      const winners = opened.filter((one) => one.status === 'fulfilled');
      expect(winners.length).toBeLessThanOrEqual(1);
      await winners[0]?.value.close();
      await write(path);
      expect(await readdir(dirname(path))).toEqual(['spool.log']);
    });
  });
});
