import { describe, expect, test } from '@jest/globals';
import { parseSweepConfig } from '../../src/config/load-sweep-config.ts';
import { sweepText } from './sweep-text.ts';

describe('variants', () => {
  const variant = (text: string, ...base: string[]) =>
    parseSweepConfig(sweepText(...base, `variants: { v: ${text} }`)).variants.v!;

  test.each(['{}', '', 'null', '{ split: {} }'])('%j changes nothing', (text) => {
    expect(variant(text)).toEqual(parseSweepConfig(sweepText()).variants.default);
  });

  test('a distribution is replaced as a whole', () => {
    expect(variant('{ space: { max_depth: { choice: [2, 4] } } }').space).toEqual({
      max_depth: { choice: [2, 4] },
    });
  });

  test('null takes a searched parameter out, so that it can be fixed', () => {
    const { params, space } = variant(
      '{ params: { max_depth: 3 }, space: { max_depth: null, subsample: { uniform: [0.5, 1] } } }',
    );
    expect({ params, space }).toEqual({
      params: { objective: 'binary:logistic', max_depth: 3 },
      space: { subsample: { uniform: [0.5, 1] } },
    });
  });

  test('null falls back to the default, not to the value of the file', () => {
    expect(
      variant('{ split: { test_size: null } }', 'split: { test_size: 0.4, seed: 7 }').split,
    ).toEqual({
      test_size: 0.2,
      seed: 7,
      stratify: false,
    });
  });

  test('early stopping is changed in part, or taken out', () => {
    const base = 'search: { early_stopping: { metric: auc, rounds: 9 } }';
    expect(
      variant('{ search: { early_stopping: { rounds: 2 } } }', base).search.early_stopping,
    ).toEqual({
      metric: 'auc',
      rounds: 2,
    });
    expect(variant('{ search: { early_stopping: null } }', base).search).not.toHaveProperty(
      'early_stopping',
    );
  });
});
