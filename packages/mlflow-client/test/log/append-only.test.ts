import { describe, expect, jest, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFile,
  type FileHandle,
  open,
  readdir,
  readFile,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { AppendOnlyLog } from '../../src/log/append-only.ts';
import { FORMAT, readAll, withLog, withPath } from './with-log.ts';

const CHILD = fileURLToPath(new URL('append-until-killed.mjs', import.meta.url));
const RECORDS = [{ a: 1 }, 'text\nwith newline', null, [0.1, 'ü😀'], { __proto__x: true }];

const write = (path: string, records: readonly unknown[] = RECORDS) =>
  withLog(path, async (log) => {
    await Promise.all(records.map((record) => log.append(record)));
  });

describe.each(['always', 'never'] as const)('fsync %s', (fsync) => {
  test('what was appended is read back, in order, also after a reopening', async () => {
    await withPath(async (path) => {
      const append = async (log: AppendOnlyLog) => {
        await Promise.all(RECORDS.map((record) => log.append(record)));
        return readAll(log);
      };
      expect(await withLog(path, append, { fsync })).toEqual(RECORDS);
      expect(await withLog(path, append, { fsync })).toEqual([...RECORDS, ...RECORDS]);
    });
  });

  test('killed at any moment, no acknowledged record is lost', async () => {
    await withPath(async (path) => {
      let acknowledged = 0;
      for (let round = 1; round <= 3; round += 1) {
        const child = spawn(process.execPath, [CHILD, path, fsync], { stdio: 'pipe' });
        acknowledged = await killAfter(child, 20 * round);
      }
      await withLog(path, async (log) => {
        const records = (await readAll(log)) as { n: number }[];
        expect(log.report.damaged).toEqual([]);
        const lastRound = records.slice(records.findLastIndex(({ n }) => n === 1));
        expect(lastRound.map(({ n }) => n)).toEqual(lastRound.map((_, i) => i + 1));
        expect(lastRound.length).toBeGreaterThanOrEqual(acknowledged);
      });
    });
  }, 60_000);
});

test('only the owner may read it, and nothing but the log is left behind', async () => {
  await withPath(async (path) => {
    await writeFile(path, '', { mode: 0o644 });
    await write(path);
    expect(((await stat(path)).mode & 0o777).toString(8)).toBe('600');
    expect(await readdir(dirname(path))).toEqual(['spool.log']);
  });
});

describe('recovery', () => {
  test.each([
    ['half a record', '0badc0de 30 {"a":'],
    ['one byte', '0'],
    ['zeros of a lost block', '\0'.repeat(100)],
  ])('a torn tail, %s, is cut and reported', async (_name, tail) => {
    await withPath(async (path) => {
      await write(path);
      await appendFile(path, tail);
      await withLog(path, async (log) => {
        expect(log.report).toEqual({ records: 5, tornBytes: tail.length, damaged: [] });
        await log.append('next');
        expect(await readAll(log)).toEqual([...RECORDS, 'next']);
      });
    });
  });

  test.each([
    ['a flipped byte', (line: string) => line.replace('text', 'tExt'), 'wrong checksum'],
    ['a lost byte', (line: string) => line.slice(0, -1), 'wrong length'],
    ['a flipped checksum', (line: string) => 'f' + line.slice(1), 'wrong checksum'],
    ['rubbish', () => 'rubbish', 'not a framed record'],
  ])('%s in the middle costs one record and is reported', async (_name, damage, problem) => {
    await withPath(async (path) => {
      await write(path);
      const lines = (await readFile(path, 'utf8')).split('\n');
      const offset = Buffer.byteLength(`${lines[0]!}\n${lines[1]!}\n`);
      lines[2] = damage(lines[2]!);
      await writeFile(path, lines.join('\n'));
      await withLog(path, async (log) => {
        const damaged = [{ offset, length: lines[2]!.length, problem }];
        expect(log.report).toEqual({ records: 4, tornBytes: 0, damaged });
        expect(await readAll(log)).toEqual(RECORDS.filter((_, i) => i !== 1));
      });
    });
  });

  test('every possible cut leaves a readable log', async () => {
    await withPath(async (path) => {
      await write(path);
      const whole = await readFile(path);
      for (let size = 0; size < whole.length; size += 1) {
        await writeFile(path, whole.subarray(0, size));
        await withLog(path, async (log) => {
          expect(await readAll(log)).toEqual(RECORDS.slice(0, log.report.records));
          expect(log.report.damaged).toEqual([]);
        });
      }
    });
  });

  test.each([
    ['a later version', 'test/2\n'],
    ['another format', 'other/1\n{"a":1}\n'],
    ['no log at all', '{"a":1}'],
  ])('%s is refused and not touched', async (_name, text) => {
    await withPath(async (path) => {
      await writeFile(path, text);
      await expect(withLog(path, readAll)).rejects.toMatchObject({ name: 'LogFormatError' });
      expect(await readFile(path, 'utf8')).toBe(text);
      expect(await readdir(dirname(path))).toEqual(['spool.log']);
    });
  });

  test('a place where it cannot be is told by its own name, and no lock is spoken of', async () => {
    await withPath(async (path) => {
      await writeFile(path, '');
      const options = { format: FORMAT };
      await expect(AppendOnlyLog.open(`${path}/a.log`, options)).rejects.toMatchObject({
        name: 'LocalFileError',
        code: 'ENOTDIR',
        message: `${path}/a.log: not a directory · check the path and the permissions`,
      });
      await expect(AppendOnlyLog.open(`${path}.d/a.log`, options)).rejects.toMatchObject({
        code: 'ENOENT',
        reason: `${path}.d/a.log: no such file or directory`,
      });
    });
  });

  test('a symbolic link is not followed', async () => {
    await withPath(async (path) => {
      await write(`${path}.real`);
      await symlink(`${path}.real`, path);
      await expect(withLog(path, readAll)).rejects.toMatchObject({
        name: 'LocalFileError',
        code: 'ELOOP',
      });
    });
  });
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

describe('failing writes', () => {
  /** Lets `act` run while the next call of a FileHandle method does as told. */
  async function withFault(
    method: 'write' | 'datasync',
    fault: (file: FileHandle) => Promise<never>,
    act: () => Promise<void>,
  ): Promise<void> {
    const handle = await open(CHILD);
    const prototype = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const spy = jest.spyOn(prototype, method).mockImplementationOnce(function (this: FileHandle) {
      return fault(this);
    });
    try {
      await act();
    } finally {
      spy.mockRestore();
    }
  }
  const failure = (code: string, syscall: string) =>
    Object.assign(new Error(code), { code, syscall });

  test('a full disk is told, half a record is taken back, and there is a way on', async () => {
    await withPath(async (path) => {
      await withLog(path, async (log) => {
        await log.append('first');
        const fault = async () => {
          await appendFile(path, 'half a rec');
          throw failure('ENOSPC', 'write');
        };
        await withFault('write', fault, async () => {
          const both = await Promise.allSettled([log.append('lost'), log.append('lost too')]);
          for (const one of both) {
            expect(one).toMatchObject({ reason: { name: 'DiskFullError', code: 'ENOSPC' } });
          }
        });
        await log.append('after');
        expect(await readAll(log)).toEqual(['first', 'after']);
      });
      await withLog(path, (log) => {
        expect(log.report).toEqual({ records: 2, tornBytes: 0, damaged: [] });
        return Promise.resolve();
      });
    });
  });

  test('after a failed sync nothing is acknowledged any more', async () => {
    await withPath(async (path) => {
      await withLog(
        path,
        async (log) => {
          const fault = () => Promise.reject(failure('EIO', 'fdatasync'));
          await withFault('datasync', fault, async () => {
            await expect(log.append('lost')).rejects.toMatchObject({ code: 'EIO' });
          });
          await expect(log.append('later')).rejects.toMatchObject({ code: 'EIO' });
          expect(await readAll(log)).toEqual([]);
        },
        { fsync: 'always' },
      );
    });
  });

  test('what is no JSON value is refused', async () => {
    await withPath(async (path) => {
      await withLog(path, async (log) => {
        await expect(log.append(undefined)).rejects.toThrow(TypeError);
        await log.append(1);
        expect(await readAll(log)).toEqual([1]);
      });
    });
  });

  test('a closed log takes nothing, and closing twice is fine', async () => {
    await withPath(async (path) => {
      const log = await AppendOnlyLog.open(path, { format: FORMAT });
      await log.close();
      await log.close();
      await expect(log.append(1)).rejects.toMatchObject({ name: 'LocalFileError' });
    });
  });
});

/** Kills -9 once `count` lines were printed; resolves with the last number printed. */
async function killAfter(child: ChildProcess, count: number): Promise<number> {
  let last = 0;
  const exited = new Promise((resolve) => child.once('close', resolve));
  if (count === 0) child.kill('SIGKILL');
  const lines = createInterface({ input: child.stdout! });
  lines.on('line', (line) => {
    last = Number(line);
    if (last >= count) child.kill('SIGKILL');
  });
  child.stderr?.on('data', (text: Buffer) => process.stderr.write(text));
  await exited;
  return last;
}
