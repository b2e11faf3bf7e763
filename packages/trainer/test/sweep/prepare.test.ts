import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadSweepConfig } from '../../src/config/load-sweep-config.ts';
import { prepareSweep } from '../../src/sweep/prepare.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'prepare-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** A table of `size,cost,y` with the first two rows equal, prepared with these cells in its fifth row. */
async function prepared(fifth: string, ...lines: string[]) {
  const rows = Array.from({ length: 40 }, (_, row) => `${row},${row + 0.5},${row % 2}`);
  rows.splice(1, 0, '0,0.5,0');
  rows[4] = fifth;
  await writeFile(path.join(directory, 'data.csv'), ['size,cost,y', ...rows, ''].join('\n'));
  const file = path.join(directory, 'sweep.yaml');
  const head = [
    'name: s',
    'source: data.csv',
    'target: y',
    'space: { max_depth: { int: [1, 5] } }',
  ];
  await writeFile(file, [...head, ...lines, ''].join('\n'));
  return prepareSweep(await loadSweepConfig(file));
}

const regression = ['task: regression', 'duplicates: drop'];

describe('an error names the row of the file, also where rows before it were left out', () => {
  test.each<[what: string, fifth: string, lines: string[], says: RegExp]>([
    [
      'a check',
      '3,-1,1',
      ['duplicates: drop', 'checks: { cost: { min: 0 } }'],
      /min at row 5, column cost: -1/,
    ],
    [
      'a missing target',
      '3,1,',
      ['duplicates: drop'],
      /the target is missing · column y, data row 5 · /,
    ],
    [
      'an exposure',
      '3,0,7',
      [...regression, 'exposure: cost', 'params: { objective: count:poisson }'],
      /the exposure is 0 · column cost, data row 5 · /,
    ],
    [
      'a feature',
      '3,-1e39,1',
      ['duplicates: drop'],
      /^-1e\+39 is too large for .* · column cost, data row 5 · /,
    ],
    ['a target', '3,1,1e39', regression, /^1e\+39 is too large for .* · column y, data row 5 · /],
  ])('%s', async (_what, fifth, lines, says) => {
    await expect(prepared(fifth, ...lines)).rejects.toThrow(says);
  });
});

test('repeated rows are left out of features, target and exposure alike', async () => {
  const { exposure, features, fileRows, target, warnings } = await prepared(
    '3,3.5,1',
    ...regression,
    'exposure: cost',
    'params: { objective: count:poisson }',
  );
  expect([...fileRows!]).toEqual(
    Array.from({ length: 41 }, (_, row) => row).filter((row) => row !== 1),
  );
  expect(features.rowCount).toBe(40);
  expect([...target.labels].slice(0, 4)).toEqual([0, 1, 0, 1]);
  expect([...exposure!].slice(0, 3)).toEqual([0.5, 1.5, 2.5]);
  expect(warnings).toContainEqual(expect.stringMatching(/^1 row repeats/u));
});

test('a column that is kept out of the model may hold numbers of any size', async () => {
  const keptOut = ['sensitive: [cost]', 'sensitive_use: slices_only'];
  expect((await prepared('3,1e39,1', ...keptOut)).features.columnNames).toEqual(['size']);
});
