import { describe, expect, jest, test } from '@jest/globals';
import { appendFile, type FileHandle, open } from 'node:fs/promises';
import { AppendOnlyLog } from '../../src/log/append-only.ts';
import { FORMAT, readAll, withLog, withPath } from './with-log.ts';
import { CHILD } from './appending-child.ts';

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
