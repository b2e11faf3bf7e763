import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  recordedSourceDirectory,
  sweepFileName,
  sweepFileTag,
} from '../../src/record/sweep-file-place.ts';

let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'xgflow-place-'));
  await mkdir(path.join(directory, 'work/claims'), { recursive: true });
  for (const file of ['sweep.yaml', 'work/sweep.yaml', 'work/claims/sweep.yaml']) {
    await writeFile(path.join(directory, file), '');
  }
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

test.each([
  ['/srv/claims/sweep.yaml', 'claims/sweep.yaml'],
  ['/srv/sweep.yaml', 'sweep.yaml'],
  ['/srv/..odd/sweep.yaml', '..odd/sweep.yaml'],
  ['/home/ada/sweep.yaml', 'sweep.yaml'],
])('%s is recorded from /srv as %s', (file, name) => {
  expect(sweepFileName(file, '/srv')).toBe(name);
});

test.each([
  ['a folder below', 'claims/sweep.yaml', 'work/claims'],
  ['the same folder', 'sweep.yaml', 'work'],
  ['a sweep file that is not here', 'gone/sweep.yaml', 'work'],
  ['a folder above, which xgflow does not record', '../sweep.yaml', 'work'],
  ['the same in disguise', 'claims/../../sweep.yaml', 'work'],
])('%s: the source starts where the sweep file lies', async (_, name, expected) => {
  const here = path.join(directory, 'work');
  expect(await recordedSourceDirectory({ [sweepFileTag]: name }, here)).toBe(
    path.join(directory, expected),
  );
});

test('an absolute name, and a run without one, lead nowhere else', async () => {
  const here = path.join(directory, 'work');
  const elsewhere = path.join(directory, 'sweep.yaml');
  expect(await recordedSourceDirectory({ [sweepFileTag]: elsewhere }, here)).toBe(here);
  expect(await recordedSourceDirectory({}, here)).toBe(here);
});
