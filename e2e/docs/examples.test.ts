import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repository } from '../support/xgflow.ts';
import { linkPackages, packages, runReadme } from './support/run-readme.ts';

const tables = [
  'claims.csv',
  'claims-next-year.csv',
  'new-claims.csv',
  'validation.csv',
  'november.csv',
];

let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'xgflow-readme-'));
  const example = path.join(repository, 'examples/claims');
  for (const name of tables) {
    await copyFile(path.join(example, 'claims.csv'), path.join(directory, name));
  }
  await copyFile(path.join(example, 'sweep.yaml'), path.join(directory, 'sweep.yaml'));
  await linkPackages(directory);
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

/** A few words that the program prints or writes when it did what its README says. */
const signs: Readonly<Record<string, RegExp>> = {
  data: /^10000 /u,
  model: /contribution/u,
  serving: /^http:.*[^]*^ok$/mu,
  'xgboost-node': /^\d+ 1\nFloat32Array\(6\)/u,
  'mlflow-client': /\[ 0\.71, 0\.8, NaN, 0\.84 \]/u,
  trainer: /^original 0\.\d+.*\nshallow 0\.\d+/u,
};

describe('the example of each README runs as it stands', () => {
  test.each(packages)(
    '%s',
    async (name) => {
      const { code, stdout, stderr } = await runReadme(name, directory);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(signs[name] ?? /^/u);
    },
    60_000,
  );

  test('serving has written its scores', async () => {
    const scored = await readFile(path.join(directory, 'scored.csv'), 'utf8');
    expect(scored.split('\n')[0]).toBe('row,probability,prediction,unseen_levels,age');
    expect(scored.trimEnd().split('\n')).toHaveLength(10_001);
  });
});
