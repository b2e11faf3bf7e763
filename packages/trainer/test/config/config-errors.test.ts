import { describe, expect, test } from '@jest/globals';
import { parseSweepConfig } from '../../src/config/load-sweep-config.ts';
import { problemsOf } from './problems-of.ts';
import { sweepText } from './sweep-text.ts';

/** A line after the smallest file (so line 5), and the one problem it makes. */
const lines: [string, string][] = [
  ['splitt: {}', 'unknown key splitt · sweep.yaml:5:1 · did you mean split?'],
  [
    'split: { tets_size: 1 }',
    'unknown key split.tets_size · sweep.yaml:5:10 · did you mean test_size?',
  ],
  [
    'split: { zzz: 1 }',
    'unknown key split.zzz · sweep.yaml:5:10 · known here: test_size, seed, stratify',
  ],
  ['split: { test_size: 2 }', 'split.test_size is 2 · sweep.yaml:5:21 · give less than 1'],
  ['split: { test_size: 0 }', 'split.test_size is 0 · sweep.yaml:5:21 · give more than 0'],
  ['split: { seed: -1 }', 'split.seed is -1 · sweep.yaml:5:16 · give at least 0'],
  ['split:', 'split is null · sweep.yaml:5:7 · give keys with values'],
  [
    'search: { scoring: rocauc }',
    'search.scoring is rocauc · sweep.yaml:5:20 · did you mean roc_auc?',
  ],
  ['search: { trials: 1.5 }', 'search.trials is 1.5 · sweep.yaml:5:19 · give a whole number'],
  ['search: { trials: .nan }', 'search.trials is NaN · sweep.yaml:5:19 · give a number'],
  ['search: { folds: 1 }', 'search.folds is 1 · sweep.yaml:5:18 · give at least 2'],
  [
    'search: { early_stopping: { metric: loglos, rounds: 5 } }',
    'search.early_stopping.metric: loglos is no evaluation metric of XGBoost · sweep.yaml:5:37 · did you mean logloss?',
  ],
  [
    'search: { early_stopping: { metric: auc } }',
    'search.early_stopping.rounds is missing · sweep.yaml:5:27 · add it: a number',
  ],
  [
    'params: { max_dept: 3 }',
    'XGBoost has no parameter max_dept · sweep.yaml:5:11 · did you mean max_depth?',
  ],
  [
    'params: { max_depth: 3 }',
    'max_depth is both fixed and searched in variant default · sweep.yaml:4:10 · remove it from params or from space (in a variant: set it to null there)',
  ],
  [
    'params: { eval_metric: [auc, aucc] }',
    'aucc is no evaluation metric of XGBoost · sweep.yaml:5:24 · did you mean auc?',
  ],
  [
    'params: { n_estimators: 0 }',
    'n_estimators 0 is no number of rounds · sweep.yaml:5:25 · give whole numbers from 1 on',
  ],
  [
    'drop: [y]',
    'drop lists the target y · sweep.yaml:5:8 · the target is no feature: remove it here',
  ],
  [
    'drop: [a, 3]',
    'drop.1 is 3 · sweep.yaml:5:11 · give text (in quotes, if it looks like a number)',
  ],
  ['sensitive: [a, b, a]', 'sensitive lists a twice · sweep.yaml:5:19 · list it once'],
  [
    'sensitive_use: slice_only',
    'sensitive_use is slice_only · sweep.yaml:5:16 · did you mean slices_only?',
  ],
  ['checks: { age: { min: a } }', 'checks.age.min is a · sweep.yaml:5:23 · give a number'],
  [
    'checks: { age: { mni: 1 } }',
    'unknown key checks.age.mni · sweep.yaml:5:18 · did you mean min?',
  ],
  ['model: { name: a/b }', 'model.name is a/b · sweep.yaml:5:16 · give a name without / and :'],
  ['variants: {}', 'variants is empty · sweep.yaml:5:11 · name a variant, or leave the key out'],
  [
    'variants: { "a,b": {} }',
    'variants.a,b is no usable name · sweep.yaml:5:13 · use letters, digits, _ - and .',
  ],
  [
    'variants: { a: { splt: {} } }',
    'unknown key variants.a.splt · sweep.yaml:5:18 · did you mean split?',
  ],
  [
    'variants: { a: { space: { max_depth: null } } }',
    'variant a searches nothing: its space is empty · sweep.yaml:4:8 · add a parameter to space',
  ],
  [
    'variants: { a: { params: { gama: 1 } } }',
    'XGBoost has no parameter gama · sweep.yaml:5:28 · did you mean gamma?',
  ],
  [
    'variants: { a: { space: { subsample: { uniform: [1, 0] } } } }',
    'variants.a.space.subsample: uniform [1, 0] is reversed · sweep.yaml:5:38 · write [0, 1]',
  ],
  [
    'threshold: { value: 0.3 }',
    'threshold.by is missing · sweep.yaml:5:12 · add it: one of fixed, f1, cost, capacity',
  ],
  [
    'variants: { a: { search: { early_stopping: { rounds: 5 } } } }',
    'variant a, search: early_stopping.metric is missing · sweep.yaml:5:44 · add it: text (in quotes, if it looks like a number)',
  ],
];

test.each(lines)('%s', (line, problem) => {
  expect(problemsOf(sweepText(line))).toEqual([problem]);
});

test.each([
  ['name: demo', ['source is missing', 'target is missing']],
  ['', ['the file is empty']],
  ['- 1', ['the file is [1]']],
  ['just text', ['the file is just text']],
])('%j is no sweep file', (text, starts) => {
  expect(problemsOf(text).map((problem) => problem.split(' · ')[0])).toEqual(starts);
});

describe('the error', () => {
  const text = sweepText('drop: [y]', 'duplicates: drop', 'sensitive: [y]', 'model: { name: m }');

  test('has every problem in the order of the file, and the first as its message', () => {
    const expected = [
      expect.objectContaining({ line: 5, column: 8 }),
      expect.objectContaining({ line: 7, column: 13 }),
    ];
    const message =
      'drop lists the target y · my.yaml:5:8 · the target is no feature: remove it here (and 1 more)';
    expect(() => parseSweepConfig(text, { file: 'my.yaml' })).toThrow(
      expect.objectContaining({
        name: 'ConfigError',
        file: 'my.yaml',
        message,
        problems: expected,
      }),
    );
  });
});

test('what all variants inherit is said once', () => {
  expect(problemsOf(sweepText('params: { gama: 1 }', 'variants: { a: {}, b: {}, c: {} }'))).toEqual(
    ['XGBoost has no parameter gama · sweep.yaml:5:11 · did you mean gamma?'],
  );
});
