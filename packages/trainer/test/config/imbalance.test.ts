import { describe, expect, test } from '@jest/globals';
import { ConfigError } from '../../src/config/config-error.ts';
import { configHash } from '../../src/config/config-hash.ts';
import { parseSweepConfig } from '../../src/config/load-sweep-config.ts';
import { sweepText } from './sweep-text.ts';

function problemsOf(text: string): string[] {
  try {
    parseSweepConfig(text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ what, where, fix }) => `${what} · ${where} · ${fix}`);
  }
  throw new Error('the text was accepted');
}

const refused: [line: string, problem: string][] = [
  ['resample: { method: smot }', 'resample.method is smot · sweep.yaml:5:21 · did you mean smote?'],
  [
    'resample: { method: smote, ratio: 2 }',
    'resample.ratio: 2 is no ratio of classes · sweep.yaml:5:35 · give a number above 0, at most 1, or auto',
  ],
  [
    'resample: { method: smote, ratio: half }',
    'resample.ratio is half · sweep.yaml:5:35 · give auto or a number',
  ],
  [
    'resample: { method: smote, neighbors: 0 }',
    'resample.neighbors is 0 · sweep.yaml:5:39 · give at least 1',
  ],
  [
    'resample: { method: smote, k_neighbors: 3 }',
    'unknown key resample.k_neighbors · sweep.yaml:5:28 · did you mean neighbors?',
  ],
  [
    'class_weight: balance',
    'class_weight is balance · sweep.yaml:5:15 · give balanced or keys with values',
  ],
  ['class_weight: { 1: 0 }', 'class_weight.1 is 0 · sweep.yaml:5:20 · give more than 0'],
  [
    'calibration: { method: sigmoid }',
    'calibration.method is sigmoid · sweep.yaml:5:24 · use one of platt, isotonic',
  ],
  [
    'calibration: { method: platt, rows: 1 }',
    'calibration.rows is 1 · sweep.yaml:5:37 · give less than 1',
  ],
  ['threshold: { by: cost }', 'threshold: by: cost needs cost · sweep.yaml:5:12 · add it'],
  [
    'threshold: { by: fixed, value: 1.5 }',
    'threshold.value is 1.5 · sweep.yaml:5:32 · give at most 1',
  ],
  [
    'threshold: { by: f1, value: 0.5 }',
    'threshold.value: by: f1 has no use for it · sweep.yaml:5:29 · remove it, or say by: fixed',
  ],
  [
    'threshold: { by: cost, cost: { false_positive: 1 } }',
    'threshold.cost.false_negative is missing · sweep.yaml:5:30 · add it: a number',
  ],
  [
    'threshold: { by: cost, cost: { false_positive: 0, false_negative: 0 } }',
    'threshold.cost: all mistakes are free · sweep.yaml:5:30 · give a cost above 0',
  ],
  [
    'threshold: { by: capacity, capacity: 5 }',
    'threshold.capacity: 5 is no share of rows · sweep.yaml:5:38 · give a number above 0, at most 1, or { rows, per }',
  ],
  [
    'threshold: { by: capacity, capacity: { rows: 50 } }',
    'threshold.capacity.per is missing · sweep.yaml:5:38 · add it: a number',
  ],
];

describe('one line each, with line and column', () => {
  test.each(refused)('%s', (line, problem) => {
    expect(problemsOf(sweepText(line))).toEqual([problem]);
  });

  test('in a variant too', () => {
    expect(
      problemsOf(sweepText('variants:', '  a: { threshold: { by: capacity, capacity: 0 } }')),
    ).toEqual([
      'variants.a.threshold.capacity: 0 is no share of rows · sweep.yaml:6:45 · give a number above 0, at most 1, or { rows, per }',
    ]);
  });
});

describe('what a task does not have', () => {
  test('classes of a regression', () => {
    const text = sweepText(
      'task: regression',
      'resample: { method: random_over }',
      'variants:',
      '  a: { class_weight: balanced }',
      '  b: { resample: null, threshold: { by: f1 } }',
    );
    expect(problemsOf(text)).toEqual([
      'resample is for classes, and the task is regression · sweep.yaml:6:1 · remove it',
      'class_weight is for classes, and the task is regression · sweep.yaml:8:8 · remove it',
      'threshold is for classes, and the task is regression · sweep.yaml:9:24 · remove it',
    ]);
  });

  test('one threshold, one calibration or a ratio of several classes', () => {
    const text = sweepText(
      'task: multiclass',
      'class_weight: balanced',
      'calibration: { method: platt }',
      'threshold: { by: f1 }',
      'resample: { method: smote, ratio: 0.5 }',
    );
    expect(problemsOf(text)).toEqual([
      'calibration is for two classes, and the task is multiclass · sweep.yaml:7:1 · remove it',
      'threshold is for two classes, and the task is multiclass · sweep.yaml:8:1 · remove it',
      'resample.ratio is for two classes, and the task is multiclass · sweep.yaml:9:35 · leave it out: all classes become equally large',
    ]);
  });
});

describe('a variant', () => {
  const { variants } = parseSweepConfig(
    sweepText(
      'resample: { method: smote, neighbors: 3, seed: 4 }',
      'threshold: { by: capacity, capacity: { rows: 50, per: 1000 } }',
      'variants:',
      '  base: {}',
      '  other: { resample: { method: random_over }, class_weight: { 1: 5 }, threshold: { by: f1 } }',
      '  without: { resample: { method: none }, threshold: null, calibration: { method: isotonic } }',
    ),
  );

  test('has the sections of the file', () => {
    expect(variants.base).toMatchObject({
      resample: { method: 'smote', ratio: 'auto', neighbors: 3, seed: 4 },
      threshold: { by: 'capacity', capacity: { rows: 50, per: 1000 } },
    });
  });

  test('replaces a section as a whole', () => {
    expect(variants.other).toMatchObject({
      resample: { method: 'random_over', ratio: 'auto', neighbors: 5, seed: 0 },
      class_weight: { 1: 5 },
      threshold: { by: 'f1' },
    });
  });

  test('removes a section by null, and resampling by none', () => {
    expect(variants.without).not.toHaveProperty('resample');
    expect(variants.without).not.toHaveProperty('threshold');
    expect(variants.without!.calibration).toEqual({ method: 'isotonic', rows: 0.2, seed: 0 });
  });
});

test('a file without these sections resolves, and hashes, as one that removes them', () => {
  const removed = sweepText(
    'resample: { method: none }',
    'variants: { default: { threshold: null } }',
  );
  expect(configHash(parseSweepConfig(removed))).toBe(configHash(parseSweepConfig(sweepText())));
  expect(Object.keys(parseSweepConfig(sweepText()).variants.default!)).toEqual([
    'split',
    'search',
    'params',
    'space',
  ]);
});
