import { expect, test } from '@jest/globals';
import type { Distribution } from '../../src/search/space.ts';
import { distributionProblem, spaceSize } from '../../src/search/space.ts';

test.each<[Distribution, string | undefined]>([
  [{ int: [1, 8] }, undefined],
  [{ int: [3, 3] }, undefined],
  [
    { uniform: [-1e308, 1e308] },
    'uniform [-1e+308, 1e+308] is too wide for 64-bit numbers · move the bounds together',
  ],
  [
    { log_uniform: [1e-300, 1e300] },
    'log_uniform [1e-300, 1e+300] is too wide for 64-bit numbers · move the bounds together',
  ],
  [{ int: [8, 1] }, 'int [8, 1] is reversed · write [1, 8]'],
  [{ int: [1, 2.5] }, 'has a bound that is no integer'],
  [{ int: [0, 2 ** 60] }, 'has a bound that is no integer'],
  [{ uniform: [-1, 1] }, undefined],
  [{ uniform: [0, Infinity] }, 'has a bound that is not finite'],
  [{ uniform: [Number.NaN, 1] }, 'has a bound that is not finite'],
  [{ log_uniform: [0, 1] }, 'which has no logarithm'],
  [{ log_uniform: [-1, 1] }, 'which has no logarithm'],
  [{ log_uniform: [1e-9, 1] }, undefined],
  [{ choice: [] }, 'choice is empty'],
  [{ choice: [1, '1', true] }, undefined],
  [{ choice: [1, 2, 1] }, 'choice lists 1 twice'],
])('%j: %s', (distribution, problem) => {
  if (problem === undefined) {
    expect(distributionProblem(distribution)).toBeUndefined();
  } else {
    expect(distributionProblem(distribution)).toContain(problem);
  }
});

test.each<[string, Record<string, Distribution>, number]>([
  ['whole numbers and choices multiply', { a: { int: [1, 8] }, b: { choice: [1, 2, 3] } }, 24],
  [
    'one continuous parameter makes it infinite',
    { a: { int: [1, 8] }, b: { uniform: [0, 1] } },
    Infinity,
  ],
  ['equal bounds count once', { a: { log_uniform: [2, 2] }, b: { int: [4, 4] } }, 1],
  ['an empty space is one point', {}, 1],
])('size: %s', (_, space, size) => {
  expect(spaceSize(space)).toBe(size);
});
