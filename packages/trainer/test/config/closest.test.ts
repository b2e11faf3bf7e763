import { expect, test } from '@jest/globals';
import { closest, suggest } from '../../src/config/closest.ts';

const known = ['max_depth', 'subsample', 'eta', 'gamma'];

test.each([
  ['max_dept', 'max_depth'],
  ['mxa_depth', 'max_depth'],
  ['MAX_DEPTH', 'max_depth'],
  ['sub_sample', 'subsample'],
  ['et', 'eta'],
  ['zzz', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%.20s → %s', (name, expected) => {
  expect(closest(name, known)).toBe(expected);
});

test('where none is close, all are named', () => {
  expect(suggest('zzz', known)).toBe('use one of max_depth, subsample, eta, gamma');
});
