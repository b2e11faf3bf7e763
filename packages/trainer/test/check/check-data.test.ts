import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkData } from '../../src/check/check-data.ts';
import { loadSweepConfig } from '../../src/config/load-sweep-config.ts';
import { prepareSweep } from '../../src/sweep/prepare.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'check-'));
  const loans = Array.from({ length: 120 }, (_, row) => [
    row % 6 === 0 ? 'late' : 'paid',
    20 + ((row * 7) % 50),
    row === 6 ? '' : row % 90,
    row % 3 === 0 ? 'north' : 'south',
    row % 5,
  ]);
  const lines = ['status,age,income,region,months', ...loans.map((cells) => cells.join())];
  await writeFile(path.join(directory, 'loans.csv'), lines.join('\n'));
  await writeFile(
    path.join(directory, 'brackets.csv'),
    lines.join('\n').replace('income', 'income [EUR]'),
  );
  await writeFile(
    path.join(directory, 'regionless.csv'),
    lines.join('\n').replaceAll(/north|south/g, ''),
  );
  // Of the ten late loans nine repeat the first.
  const repeated = loans.slice(0, 50).map((cells) => cells.join());
  await writeFile(
    path.join(directory, 'repeated.csv'),
    [
      lines[0],
      ...repeated.filter((line) => line.startsWith('paid')),
      ...Array.from({ length: 10 }, () => repeated[0]),
    ].join('\n'),
  );
});
afterAll(() => rm(directory, { recursive: true }));

const base = {
  name: 'loans',
  source: 'loans.csv',
  target: 'status',
  categorical: ['region'],
  search: { trials: 3, folds: 4 },
  space: { max_depth: { int: [1, 5] } },
};

async function loaded(section: object) {
  const file = path.join(directory, 'sweep.yaml');
  await writeFile(file, JSON.stringify({ ...base, ...section }));
  return loadSweepConfig(file);
}

describe('what stops a sweep before its first fit is found by the check', () => {
  const number = { task: 'regression', target: 'age', params: { objective: 'count:poisson' } };
  const cases: [what: string, section: object, says: RegExp][] = [
    ['categories in smote', { resample: { method: 'smote' } }, /column region holds categories/],
    ['missing cells', { resample: { method: 'smote_nc' } }, /income has missing cells/],
    [
      'more neighbours than rows of a fold',
      { drop: ['income'], resample: { method: 'smote_nc', neighbors: 14 } },
      /^variant default: 14 neighbours, but only \d+ rows of class late to train on/,
    ],
    [
      'a ratio that is passed',
      { resample: { method: 'random_under', ratio: 0.1 } },
      /^variant default: ratio 0.1 is there already/,
    ],
    ['a weight of no class', { class_weight: { Late: 5 } }, /the target has no class Late/],
    [
      'too few rows to calibrate',
      { calibration: { method: 'platt', rows: 0.001 } },
      /cannot calibrate/,
    ],
    ['more folds than rows', { variants: { a: {}, b: { search: { folds: 21 } } } }, /folds/],
    [
      'no features',
      { drop: ['age', 'income', 'region', 'months'], categorical: [] },
      /^no column is left to learn status from · .*loans.csv · take a column out of drop/,
    ],
    [
      'a feature whose name XGBoost refuses',
      { source: 'brackets.csv' },
      /^feature name "income \[EUR\]" .* · .*brackets.csv · rename the column in the table, or list/,
    ],
    [
      'a category without any level',
      { source: 'regionless.csv', drop: ['income'], resample: { method: 'smote_nc' } },
      /^a categorical column without any level · column "region" · drop the column/,
    ],
    [
      'a constraint on a feature that is not there',
      { params: { monotone_constraints: { aeg: 1 } } },
      /names the feature "aeg", .* · .*sweep.yaml, variant default · did you mean age\?$/,
    ],
    ['an exposure of 0', { ...number, drop: ['status'], exposure: 'months' }, /months/],
    [
      'too few rows once repeats are left out',
      { source: 'repeated.csv', duplicates: 'drop' },
      /^class late has 1 row, fewer than the 4 folds/,
    ],
  ];
  test.each(cases)('%s', async (_, section, says) => {
    const config = await loaded(section);
    const { ok, problems } = await checkData(config);
    expect({ ok, problems }).toEqual({ ok: false, problems: [expect.stringMatching(says)] });
    await expect(prepareSweep(config)).rejects.toThrow(problems[0]);
  });
});

test('the check warns of what the sweep would warn of', async () => {
  const config = await loaded({
    sensitive: ['region'],
    class_weight: 'balanced',
    variants: { a: {}, b: { search: { trials: 9 } } },
  });
  const { ok, warnings } = await checkData(config);
  expect(ok).toBe(true);
  expect(warnings).toEqual((await prepareSweep(config)).warnings);
  expect(warnings).toHaveLength(4);
});
