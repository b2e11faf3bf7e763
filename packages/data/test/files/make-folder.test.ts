import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeFolder } from '../../src/files/make-folder.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'xgflow-folder-'));
});
afterEach(() => rm(directory, { recursive: true }));

test('a folder is made with those above it; one that is there stays', async () => {
  const path = join(directory, 'a', 'b');
  await makeFolder(path);
  await writeFile(join(path, 'mine'), '');
  await makeFolder(path);
  expect((await stat(join(path, 'mine'))).isFile()).toBe(true);
});

test('what is in the way is told, and where', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST', path: file });
  const below = join(file, 'a', 'b');
  await expect(makeFolder(below)).rejects.toMatchObject({
    name: 'UnwritableFileError',
    code: 'ENOTDIR',
    path: below,
  });
});
