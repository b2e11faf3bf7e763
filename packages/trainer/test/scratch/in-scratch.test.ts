import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { identifyProcess } from '@xgflow/mlflow-client/process';
import { inScratch } from '../../src/scratch/in-scratch.ts';

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
  const { started } = identifyProcess(process.pid)!;
  const { pid: dead } = spawnSync('true');
  const left = `scratch-${dead}-${started}-abcDEF`;
  await mkdir(path.join(parent, left, 'model'), { recursive: true });
  await mkdir(path.join(parent, 'sweeps'));
  await inScratch(parent, () =>
    inScratch(parent, async () => {
      const names = await readdir(parent);
      expect(names).toHaveLength(3);
      expect(names).not.toContain(left);
      expect(names).toContain('sweeps');
    }),
  );
  expect(await readdir(parent)).toEqual(['sweeps']);
});

test('what was left on another machine, in another container or before the start, after a week', async () => {
  const [boot, namespace, ticks] = identifyProcess(process.pid)!.started.split('.');
  const elsewhere = [`${'0'.repeat(32)}.${namespace}.${ticks}`, `${boot}.1.${ticks}`];
  const days = (count: number): Date => new Date(Date.now() - count * 86_400_000);
  const names: string[] = [];
  for (const started of elsewhere) {
    for (const age of [0, 6, 8]) {
      const name = `scratch-${process.pid}-${started}-daysA${age}`;
      names.push(name);
      await mkdir(path.join(parent, name));
      await utimes(path.join(parent, name), days(age), days(age));
    }
  }
  await inScratch(parent, () => Promise.resolve());
  const kept = names.filter((name) => !name.endsWith('8'));
  expect((await readdir(parent)).toSorted()).toEqual(kept.toSorted());
});

test('its parent is made where it is not there', async () => {
  const deep = path.join(parent, 'a', 'b');
  expect(await inScratch(deep, (directory) => Promise.resolve(path.dirname(directory)))).toBe(deep);
});
