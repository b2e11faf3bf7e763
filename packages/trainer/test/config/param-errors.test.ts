import { expect, test } from '@jest/globals';
import { parseSweepConfig } from '../../src/config/load-sweep-config.ts';
import { problemsOf } from './problems-of.ts';
import { sweepText } from './sweep-text.ts';

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
