import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { appendFile, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppendOnlyLog } from '../../src/log/append-only.ts';
import { FORMAT, readAll, withLog, withPath } from './with-log.ts';
import { CHILD, killAfter } from './appending-child.ts';

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
