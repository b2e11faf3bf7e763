import { expect, test } from '@jest/globals';
import { closest } from '../../src/errors/closest.ts';

const known = ['max_depth', 'subsample', 'eta', 'gamma', 'tracking-uri', 'model', 'output', 'keep'];

test.each([
  ['max_dept', 'max_depth'],
  ['mxa_depth', 'max_depth'],
  ['MAX_DEPTH', 'max_depth'],
  [' max-depth ', 'max_depth'],
  ['sub_sample', 'subsample'],
  ['et', 'eta'],
  ['modle', 'model'],
  ['kepe', 'keep'],
  ['kxxp', undefined],
  ['Model', 'model'],
  ['outptu', 'output'],
  ['trackinguri', 'tracking-uri'],
  ['frobnicate', undefined],
  ['zzz', undefined],
  ['ota_x', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%.20s means %s', (name, meant) => {
  expect(closest(name, known)).toBe(meant);
});

test('of two that are near, the nearer one', () => {
  expect(closest('colsample_bylevl', ['colsample_bynode', 'colsample_bylevel'])).toBe(
    'colsample_bylevel',
  );
});

test('names without a letter in common are not alike', () => {
  expect(closest('a', ['b', 'c'])).toBeUndefined();
});
