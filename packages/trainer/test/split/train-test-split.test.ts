import { describe, expect, test } from '@jest/globals';
import { trainTestSplit } from '../../src/split/train-test-split.ts';
import { codesOf, fnv1a, reference } from './reference.ts';

test.each(reference.holdouts)('$n rows, seed $seed, test_size $test_size', (row) => {
  const { train, test } = trainTestSplit({ n: row.n, testSize: row.test_size, seed: row.seed });
  expect(fnv1a(train)).toBe(row.train);
  expect(fnv1a(test)).toBe(row.test);
  if (row.train_rows) {
    expect([...train]).toEqual(row.train_rows);
    expect([...test]).toEqual(row.test_rows);
  }
});

const stratified = reference.stratified_holdouts.map((row) => ({
  ...row,
  outcome: row.refused ? 'is refused' : 'equals scikit-learn',
}));

describe('stratified', () => {
  test.each(stratified)(
    '$n rows, $classes classes ($share), seed $seed, test_size $test_size $outcome',
    (row) => {
      const split = () =>
        trainTestSplit({
          n: row.n,
          testSize: row.test_size,
          seed: row.seed,
          stratify: codesOf(row),
        });
      if (row.refused) {
        expect(split).toThrow(/classes|class \d+ has 1 row/);
        return;
      }
      const { train, test } = split();
      expect([fnv1a(train), fnv1a(test)]).toEqual([row.train, row.test]);
      if (row.train_rows) {
        expect([...train]).toEqual(row.train_rows);
        expect([...test]).toEqual(row.test_rows);
      }
    },
  );
});

test('both outcomes are among the stratified cases', () => {
  expect(stratified.filter(({ refused }) => refused).length).toBeGreaterThan(5);
  expect(stratified.filter(({ refused }) => !refused).length).toBeGreaterThan(100);
});

test.each([
  ['test_size 0', { n: 10, testSize: 0, seed: 1 }, 'test_size 0 is out of range'],
  ['test_size 1', { n: 10, testSize: 1, seed: 1 }, 'test_size 1 is out of range'],
  ['test_size NaN', { n: 10, testSize: Number.NaN, seed: 1 }, 'test_size NaN is out of range'],
  ['one row', { n: 1, testSize: 0.5, seed: 1 }, 'leave no training rows'],
  ['no rows', { n: 0, testSize: 0.5, seed: 1 }, 'leave no training rows'],
  [
    'too few codes',
    { n: 4, testSize: 0.5, seed: 1, stratify: [0, 1, 0] },
    '3 class codes for 4 rows',
  ],
  [
    'a single row of a class',
    { n: 4, testSize: 0.5, seed: 1, stratify: [0, 1, 0, 0] },
    'class 1 has 1 row',
  ],
  [
    'a test part below the classes',
    { n: 6, testSize: 0.1, seed: 1, stratify: [0, 1, 0, 1, 1, 0] },
    '1 rows cannot hold 2',
  ],
])('%s is refused', (_, options, message) => {
  expect(() => trainTestSplit(options)).toThrow(message);
});
