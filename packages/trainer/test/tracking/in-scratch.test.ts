import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { inScratch } from '../../src/tracking/in-scratch.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'xgflow-scratch-'));
});
afterEach(() => rm(parent, { recursive: true }));

test('the directory is gone afterwards, also when the job throws', async () => {
  const job = async (directory: string): Promise<void> => {
    expect(path.dirname(directory)).toBe(parent);
    await writeFile(path.join(directory, 'model.ubj'), 'x');
    throw new Error('no server');
  };
  await expect(inScratch(parent, job)).rejects.toThrow('no server');
  expect(await readdir(parent)).toEqual([]);
});

test('what a killed process left is cleared away; what is in use, or is not ours, stays', async () => {
  await mkdir(path.join(parent, 'scratch-4194304-boot.1-abcDEF', 'model'), { recursive: true });
  await mkdir(path.join(parent, 'sweeps'));
  await inScratch(parent, () =>
    inScratch(parent, async () => {
      const names = await readdir(parent);
      expect(names).toHaveLength(3);
      expect(names).not.toContain('scratch-4194304-boot.1-abcDEF');
      expect(names).toContain('sweeps');
    }),
  );
  expect(await readdir(parent)).toEqual(['sweeps']);
});
