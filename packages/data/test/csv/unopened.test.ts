import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readCsv } from '../../src/csv/read-csv.ts';
import { blocks } from './text-file.ts';

test('a file that cannot be opened: missing, directory, no permission', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xgflow-data-'));
  try {
    await expect(readCsv(join(folder, 'none.csv'))).rejects.toMatchObject({
      name: 'UnreadableFileError',
      code: 'ENOENT',
      message: `no such file · ${join(folder, 'none.csv')} · check the path`,
    });
    await expect(readCsv(folder)).rejects.toMatchObject({ code: 'EISDIR' });
    const locked = join(folder, 'locked.csv');
    await writeFile(locked, 'a\n1\n');
    await chmod(locked, 0);
    // Root may read everything; everybody else is refused.
    const root = process.getuid?.() === 0;
    await readCsv(locked).then(
      () => expect(root).toBe(true),
      (error: unknown) => expect(error).toMatchObject({ code: 'EACCES' }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an aborted reading rejects with the reason', async () => {
  const signal = AbortSignal.abort(new Error('stop'));
  await expect(readCsv(blocks('a\n1\n'), { signal })).rejects.toThrow('stop');
});

test('an interruption is no bad cell, though one waits to be read', async () => {
  const controller = new AbortController();
  const onProgress = (): void => controller.abort(new Error('stop'));
  const { signal } = controller;
  await expect(readCsv(blocks('a\nx\n1\n', 5), { signal, onProgress })).rejects.toThrow('stop');
});
