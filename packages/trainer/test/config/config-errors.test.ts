import { describe, expect, test } from '@jest/globals';
import { ConfigError } from '../../src/config/config-error.ts';
import { parseSweepConfig } from '../../src/config/load-sweep-config.ts';
import { sweepText } from './sweep-text.ts';

function problemsOf(text: string): string[] {
  try {
    parseSweepConfig(text);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems.map(({ what, where, fix }) => `${what} · ${where} · ${fix}`);
    }
    throw error;
  }
  throw new Error('the text was accepted');
}

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

const oneOf =
  'give one of int: [low, high], uniform: [low, high], log_uniform: [low, high], choice: [values]';
const distributions: [string, string][] = [
  ['{ int: [5, 1] }', 'space.max_depth: int [5, 1] is reversed · sweep.yaml:1:21 · write [1, 5]'],
  [
    '{ int: [1, 2.5] }',
    'space.max_depth: int [1, 2.5] has a bound that is no integer · sweep.yaml:1:21 · use uniform, or whole numbers',
  ],
  [
    '{ log_uniform: [0, 1] }',
    'space.max_depth: log_uniform [0, 1] starts at 0, which has no logarithm · sweep.yaml:1:21 · start above 0',
  ],
  [
    '{ choice: [] }',
    'space.max_depth: choice is empty · sweep.yaml:1:21 · list at least one value',
  ],
  ['{ int: [1, abc] }', 'space.max_depth.int.1 is abc · sweep.yaml:1:32 · give a number'],
  ['{ int: [1] }', 'space.max_depth.int is [1] · sweep.yaml:1:28 · give at least 2 values'],
  ['{ innt: [1, 5] }', `space.max_depth is {"innt":[1,5]} · sweep.yaml:1:21 · ${oneOf}`],
  [
    '{ int: [1, 5], choice: [1] }',
    `space.max_depth is {"int":[1,5],"choice":[1]} · sweep.yaml:1:21 · ${oneOf}`,
  ],
  ['5', `space.max_depth is 5 · sweep.yaml:1:21 · ${oneOf}`],
];

test.each(distributions)('max_depth: %s', (distribution, problem) => {
  const text = `space: { max_depth: ${distribution} }\nname: demo\nsource: demo.csv\ntarget: y\n`;
  expect(problemsOf(text)).toEqual([problem]);
});

test.each([
  ['{ uniform: [10, 20] }', '13.81966'],
  ['{ int: [0, 5] }', '0'],
  ['{ choice: [10, many] }', '"many"'],
])('n_estimators: %s', (distribution, value) => {
  const text = sweepText().replace('max_depth: { int: [1, 5] }', `n_estimators: ${distribution}`);
  expect(problemsOf(text)).toEqual([
    `n_estimators ${value} is no number of rounds · sweep.yaml:4:24 · give whole numbers from 1 on`,
  ]);
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

test.each([
  [
    'params: { gamma: high }',
    'parameter gamma is "high", it must be a finite number · sweep.yaml:5:18 · correct it here',
  ],
  [
    'params: { n_jobs: 4 }',
    'n_jobs is not for a sweep file · sweep.yaml:5:11 · remove it: a trial runs on one thread, and --concurrency says how many run at a time',
  ],
  [
    'params: { random_state: 4 }',
    'random_state is not for a sweep file · sweep.yaml:5:11 · call it seed',
  ],
  [
    'params: { n_estimator: 4 }',
    'XGBoost has no parameter n_estimator · sweep.yaml:5:11 · did you mean n_estimators?',
  ],
  [
    'params: { zzzzzz: 4 }',
    "XGBoost has no parameter zzzzzz · sweep.yaml:5:11 · see XGBoost's list of parameters",
  ],
  [
    'params: { objective: reg:squarederror }',
    'objective reg:squarederror gives no probabilities · sweep.yaml:5:22 · use binary:logistic or reg:logistic, or say task: regression',
  ],
  [
    'params: { eta: 0.1, learning_rate: 0.2 }',
    'learning_rate and eta are the same parameter; give only one · sweep.yaml:5:21 · keep one of the two',
  ],
  [
    'variants: { a: { space: { max_leaves: { uniform: [1, 9] } } } }',
    'parameter max_leaves is 4.055728, it must be a whole number · sweep.yaml:5:39 · correct it here',
  ],
])('parameters are those of the binding: %s', (line, problem) => {
  expect(problemsOf(sweepText(line))).toEqual([problem]);
});

test('two names of one parameter, one of them searched, are one too many', () => {
  const text = sweepText('params: { eta: 0.1 }').replace(
    '{ max_depth',
    '{ learning_rate: { uniform: [0, 1] }, max_depth',
  );
  expect(problemsOf(text)).toEqual([
    'learning_rate and eta are the same parameter; give only one · sweep.yaml:4:10 · keep one of the two',
  ]);
});

test('constraints may be mappings and nested lists', () => {
  const { params } = parseSweepConfig(
    sweepText(
      'params: { monotone_constraints: { age: 1 }, interaction_constraints: [[age, income], [bmi]] }',
    ),
  ).variants.default!;
  expect(params).toMatchObject({
    monotone_constraints: { age: 1 },
    interaction_constraints: [['age', 'income'], ['bmi']],
  });
});
