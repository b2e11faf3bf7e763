import { expect, test } from '@jest/globals';
import { kFold } from '../../src/split/k-fold.ts';
import { fnv1a, reference } from './reference.ts';

test.each(reference.cross_validations.filter(({ classes }) => classes === 0))(
  '$n rows in $folds folds',
  (row) => {
    const parts = kFold(row).map(({ train, test }) => [fnv1a(train), fnv1a(test)]);
    expect(parts).toEqual(row.parts);
  },
);

test.each([
  [{ n: 10, folds: 1 }, 'folds 1 is out of range'],
  [{ n: 10, folds: 2.5 }, 'folds 2.5 is out of range'],
  [{ n: 4, folds: 5 }, '4 rows cannot make 5 folds'],
])('%j is refused', (options, message) => {
  expect(() => kFold(options)).toThrow(message);
});
