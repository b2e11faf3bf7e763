import { expect, test } from '@jest/globals';
import { closest } from '../../src/errors/closest.ts';

const options = ['tracking-uri', 'model', 'input', 'output', 'keep'];

test.each([
  ['modle', 'model'],
  ['trackinguri', 'tracking-uri'],
  ['outptu', 'output'],
  ['Model', 'model'],
  ['frobnicate', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%s means %s', (word, meant) => {
  expect(closest(word, options)).toBe(meant);
});
