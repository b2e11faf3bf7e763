import { expect, test } from '@jest/globals';
import { problemsOf } from './problems-of.ts';
import { sweepText } from './sweep-text.ts';

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
