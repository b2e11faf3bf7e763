import { expect, test } from '@jest/globals';
import { stratifiedKFold } from '../../src/split/stratified-k-fold.ts';
import { codesOf, fnv1a, reference } from './reference.ts';

const cases = reference.cross_validations.filter(({ classes }) => classes > 0);

test.each(cases)('$n rows, $classes classes ($share), $folds folds', (row) => {
  const split = () => stratifiedKFold({ labels: codesOf(row), folds: row.folds });
  if (row.refused) {
    expect(split).toThrow(/fewer than the \d+ folds/);
    return;
  }
  const parts = split().map(({ train, test }) => [fnv1a(train), fnv1a(test)]);
  expect(parts).toEqual(row.parts);
});

test('both outcomes are among the cases', () => {
  expect(cases.filter(({ refused }) => refused).length).toBeGreaterThan(5);
  expect(cases.filter(({ refused }) => !refused).length).toBeGreaterThan(30);
});

test('labels may be any array of numbers', () => {
  const folds = stratifiedKFold({ labels: new Uint8Array([1, 0, 1, 0]), folds: 2 });
  expect(folds.map(({ test }) => [...test])).toEqual([
    [0, 1],
    [2, 3],
  ]);
});
