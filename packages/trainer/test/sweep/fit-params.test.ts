import { expect, test } from '@jest/globals';
import { fitParams } from '../../src/sweep/fit-params.ts';
import { medianRounds } from '../../src/sweep/work/refit.ts';

test.each([
  [
    'the draw wins over the fixed',
    { eta: 0.1, max_depth: 3 },
    { max_depth: 5, n_estimators: 70 },
    { params: { seed: 9, eta: 0.1, max_depth: 5, nthread: 1 }, rounds: 70 },
  ],
  [
    'a fixed number of rounds',
    { n_estimators: 30 },
    {},
    { params: { seed: 9, nthread: 1 }, rounds: 30 },
  ],
  ['a fixed seed', { seed: 4 }, {}, { params: { seed: 4, nthread: 1 }, rounds: 100 }],
  [
    'one thread, whatever is said',
    { nthread: 8 },
    {},
    { params: { seed: 9, nthread: 1 }, rounds: 100 },
  ],
])('%s', (_name, fixed, drawn, expected) => {
  expect(fitParams(fixed, drawn, 9)).toEqual(expected);
});

test.each([
  [[3, 1, 2], 2],
  [[10, 20], 15],
  [[1, 2], 2],
  [[7], 7],
])('median of %j is %d', (rounds, median) => {
  expect(medianRounds(rounds)).toBe(median);
});

test('no folds have no median', () => {
  expect(() => medianRounds([])).toThrow(RangeError);
});
