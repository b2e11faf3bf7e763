import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe as group, expect, test } from '@jest/globals';
import { Booster } from '@xgflow/xgboost-node';
import { Codec } from '../../src/codec/codec.ts';
import { writeModelDirectory } from '../../src/mlmodel/write-model-directory.ts';
import { describe, people, withFolder } from '../small-model.ts';

group('nothing is left behind when the model is refused', () => {
  test('early stopping', async () => {
    await withFolder(async (folder) => {
      const description = describe(await people());
      using booster = Booster.fromBuffer(description.model);
      booster.setAttribute('best_iteration', '3');
      const writing = writeModelDirectory(join(folder, 'm'), {
        ...description,
        model: booster.toBuffer('ubj'),
      });
      await expect(writing).rejects.toMatchObject({ name: 'BestIterationError' });
      expect(await readdir(folder)).toEqual([]);
    });
  });

  test('another codec', async () => {
    await withFolder(async (folder) => {
      const table = await people();
      const description = describe(table);
      for (const codec of [
        Codec.fromTable(table.drop(['product'])),
        Codec.fromTable(table, ['height', 'age', 'claims', 'region', 'product']),
      ]) {
        const writing = writeModelDirectory(join(folder, 'm'), { ...description, codec });
        await expect(writing).rejects.toMatchObject({ name: 'CodecError' });
      }
      expect(await readdir(folder)).toEqual([]);
    });
  });

  test('a directory that is not empty', async () => {
    await withFolder(async (folder) => {
      const directory = join(folder, 'm');
      await mkdir(directory);
      await writeFile(join(directory, 'mine.txt'), 'x');
      const writing = writeModelDirectory(directory, describe(await people()));
      await expect(writing).rejects.toMatchObject({
        name: 'ModelDirectoryError',
        message: `the directory is not empty · ${directory} · choose another directory`,
      });
      expect(await readdir(folder)).toEqual(['m']);
      expect(await readdir(directory)).toEqual(['mine.txt']);
    });
  });

  test('a file in its place, or in that of a folder above it', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'm');
      await writeFile(file, 'x');
      for (const [directory, what] of [
        [file, 'there is a file in its place'],
        [join(file, 'm'), 'the model cannot be written: part of the path is not a folder'],
      ] as const) {
        await expect(
          writeModelDirectory(directory, describe(await people())),
        ).rejects.toMatchObject({
          name: 'ModelDirectoryError',
          message: expect.stringContaining(`${what} · ${directory} · choose another`),
        });
      }
      expect(await readdir(folder)).toEqual(['m']);
    });
  });

  test('an empty directory is used', async () => {
    await withFolder(async (folder) => {
      await mkdir(join(folder, 'm'));
      const { files } = await writeModelDirectory(join(folder, 'm'), describe(await people()));
      expect(files).toContain('MLmodel');
    });
  });
});
