import { describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../../src/config/config-error.ts';
import { configHash } from '../../src/config/config-hash.ts';
import { loadSweepConfig, parseSweepConfig } from '../../src/config/load-sweep-config.ts';
import { sweepText } from './sweep-text.ts';

const claims = fileURLToPath(new URL('../../../../examples/claims/sweep.yaml', import.meta.url));

test('the smallest file gets every default', () => {
  expect(parseSweepConfig(sweepText())).toEqual({
    name: 'demo',
    source: 'demo.csv',
    target: 'y',
    drop: [],
    categorical: [],
    sensitive: [],
    sensitive_use: 'warn',
    duplicates: 'keep',
    checks: {},
    variants: {
      default: {
        split: { test_size: 0.2, seed: 0, stratify: false },
        search: { method: 'random', trials: 100, folds: 5, scoring: 'roc_auc', seed: 0 },
        params: { objective: 'binary:logistic' },
        space: { max_depth: { int: [1, 5] } },
      },
    },
    model: { name: 'demo' },
  });
});

describe('the claims example', () => {
  test('has the five variants of the study', async () => {
    const { config, sourcePath } = await loadSweepConfig(claims);
    expect(sourcePath).toMatch(/examples\/claims\/claims\.csv$/);
    expect(config.categorical).toHaveLength(20);
    const { original, ...others } = config.variants;
    expect(original).toEqual({
      split: { test_size: 0.2, seed: 1889, stratify: false },
      search: {
        method: 'random',
        trials: 100,
        folds: 5,
        scoring: 'roc_auc',
        seed: 1889,
        early_stopping: { metric: 'logloss', rounds: 15 },
      },
      params: {
        objective: 'binary:logistic',
        eval_metric: ['auc', 'rmse', 'logloss'],
        tree_method: 'hist',
      },
      space: {
        n_estimators: { int: [50, 500] },
        learning_rate: { uniform: [0.01, 0.76] },
        subsample: { uniform: [0.25, 1] },
        max_depth: { int: [1, 8] },
        colsample_bytree: { uniform: [0.1, 0.85] },
        min_child_weight: { choice: [1, 3, 5, 7, 9] },
      },
    });
    const stratified = { ...original!.split, stratify: true };
    const regularized = {
      ...original!.space,
      reg_alpha: { uniform: [0, 1] },
      reg_lambda: { uniform: [0, 1] },
    };
    expect(others).toEqual({
      stratify: { ...original, split: stratified },
      shallow: { ...original, space: { ...original!.space, max_depth: { int: [1, 5] } } },
      regularized: { ...original, space: regularized },
      'regularized-stratify': { ...original, split: stratified, space: regularized },
    });
  });

  test('takes fewer trials and variants, in the order of the file', async () => {
    const { config, text } = await loadSweepConfig(claims, {
      trials: 3,
      variants: ['shallow', 'original'],
    });
    expect(Object.keys(config.variants)).toEqual(['original', 'shallow']);
    expect(Object.values(config.variants).map(({ search }) => search.trials)).toEqual([3, 3]);
    expect(text).toContain('credit_model');
  });
});

describe('the hash of the config', () => {
  const hash = (...lines: string[]) => configHash(parseSweepConfig(sweepText(...lines)));

  test.each([
    [
      'comments and the order of keys',
      ['# x', 'split: { seed: 4, test_size: 0.3 }'],
      ['split: { test_size: 0.30, seed: 4 }'],
    ],
    ['a default written out', ['duplicates: keep'], []],
    [
      'an override written out',
      ['variants: { default: { split: { seed: 3 } } }'],
      ['split: { seed: 3 }'],
    ],
  ])('does not depend on %s', (_, one, other) => {
    expect(hash(...one)).toBe(hash(...other));
  });

  test.each([
    ['split: { seed: 4 }'],
    ['duplicates: drop'],
    ['params: { gamma: 1 }'],
    ['variants: { other: {} }'],
  ])('depends on %s', (line) => {
    expect(hash(line)).not.toBe(hash());
  });
});

describe('options', () => {
  test.each([
    [{ variants: ['defualt'] }, 'no variant defualt · --variants · did you mean default?'],
    [{ variants: [] }, 'no variant is named · --variants'],
    [{ trials: 0 }, '0 trials · --trials'],
    [{ trials: 1.5 }, '1.5 trials · --trials'],
  ])('%j is refused', (options, message) => {
    expect(() => parseSweepConfig(sweepText(), options)).toThrow(message);
  });
});

describe('files', () => {
  test('paths are absolute, the text is kept as it is', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'xgflow-config-'));
    try {
      const path = join(directory, 'sweep.yaml');
      await writeFile(path, sweepText());
      const loaded = await loadSweepConfig(path);
      expect(loaded).toMatchObject({
        path,
        text: sweepText(),
        sourcePath: join(directory, 'demo.csv'),
      });
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  test.each([
    ['missing.yaml', 'there is no such file · missing.yaml · give the path of a sweep file'],
    [tmpdir(), 'the file cannot be read (EISDIR)'],
  ])('%s is refused', async (path, message) => {
    const loading = loadSweepConfig(path);
    await expect(loading).rejects.toThrow(ConfigError);
    await expect(loading).rejects.toThrow(message);
  });
});
