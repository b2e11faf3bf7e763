import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadSweepConfig } from '../../src/config/load-sweep-config.ts';
import { prepareSweep } from '../../src/sweep/prepare.ts';
import { RandomState } from '../../src/split/index.ts';

const rows = 240;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'imbalance-'));
  const random = new RandomState(1);
  const lines = Array.from({ length: rows }, (_, row) => {
    const late = row % 6 === 0 ? 'late' : 'paid';
    const gap = row === 6 ? '' : random.randint(1, 99);
    return [
      late,
      random.randint(18, 90),
      gap,
      random.randint(0, 3) === 0 ? 'north' : 'south',
    ].join();
  });
  await writeFile(
    path.join(directory, 'loans.csv'),
    ['status,age,income,region', ...lines].join('\n'),
  );
});
afterAll(() => rm(directory, { recursive: true }));

const prepared = async (...lines: string[]) => {
  const file = path.join(directory, 'sweep.yaml');
  const text = [
    'name: loans',
    'source: loans.csv',
    'target: status',
    'positive_class: late',
    'categorical: [region]',
    'search: { trials: 2, folds: 4 }',
    'space: { max_depth: { int: [1, 5] } }',
    ...lines,
  ].join('\n');
  await writeFile(file, text);
  return prepareSweep(await loadSweepConfig(file));
};

describe('refused before anything runs', () => {
  const cases: [line: string, says: RegExp][] = [
    [
      'resample: { method: smote }',
      /^variant default: smote takes numbers only, and column region holds categories · .* · use smote_nc$/,
    ],
    [
      'resample: { method: smote_nc }',
      /^variant default: column income has missing cells, the first in data row 7, and smote_nc needs a number in each · .*$/,
    ],
    [
      'drop: [income]\nresample: { method: smote_nc, neighbors: 30 }',
      /^variant default: 30 neighbours, but only \d+ rows of class late to train on · resample.neighbors · /,
    ],
    [
      'resample: { method: random_under, ratio: 0.1 }',
      /^variant default: ratio 0.1 is there already: .* 0\.\d{4} rows .* · resample.ratio · /,
    ],
    [
      'class_weight: { Late: 5 }',
      /^variant default: the target has no class Late · class_weight · its classes are paid, late$/,
    ],
    [
      'calibration: { method: platt, rows: 0.001 }',
      /^0.001 of \d+ rows cannot calibrate and leave rows of each class on both sides · calibration.rows · /,
    ],
  ];
  test.each(cases)('%s', async (line, says) => {
    await expect(prepared(line)).rejects.toThrow(says);
  });
});

describe('a moved base rate', () => {
  const warned: [lines: string[], says: RegExp | undefined][] = [
    [
      ['class_weight: balanced'],
      /^variant default: class_weight moves the base rate, .* add calibration/,
    ],
    [['resample: { method: random_over }'], /^variant default: resample random_over moves/],
    [['params: { scale_pos_weight: 5 }'], /scale_pos_weight moves/],
    [['params: { scale_pos_weight: 1 }'], undefined],
    [['class_weight: balanced', 'calibration: { method: platt }'], undefined],
    [[], undefined],
  ];
  test.each(warned)('%j', async (lines, says) => {
    const { warnings } = await prepared(...lines);
    const moved = warnings.filter((warning) => warning.includes('base rate'));
    expect(moved).toHaveLength(says ? 1 : 0);
    if (says) expect(moved[0]).toMatch(says);
  });
});

test('weights are by class name in the file and in the record, by code in the fit', async () => {
  const { plans } = await prepared('class_weight: { late: 5 }');
  expect(plans[0]).toMatchObject({
    classWeight: { late: 5 },
    treatment: { classWeight: { 1: 5 } },
  });
});
