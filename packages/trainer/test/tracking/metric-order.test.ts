import { expect, test } from '@jest/globals';
import { inOrderOfWorth } from '../../src/tracking/metric-order.ts';

test('what a task is judged by comes first, then the test part; within a part nothing moves', () => {
  const keys = [
    'train_mae',
    'cv_mae',
    'test_mae',
    'test_mape',
    'test_mape_ci_low',
    'extra',
    'cv_mape',
  ];
  const metrics = Object.fromEntries(keys.map((key, value) => [key, value]));
  expect(inOrderOfWorth(metrics)).toEqual([
    ['test_mape', 3],
    ['test_mae', 2],
    ['test_mape_ci_low', 4],
    ['cv_mae', 1],
    ['cv_mape', 6],
    ['train_mae', 0],
    ['extra', 5],
  ]);
});
