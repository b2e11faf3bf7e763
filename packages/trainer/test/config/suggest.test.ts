import { expect, test } from '@jest/globals';
import { suggest } from '../../src/config/suggest.ts';

const known = ['max_depth', 'subsample', 'eta', 'gamma'];

test.each([
  ['mxa_depth', 'did you mean max_depth?'],
  ['zzz', 'use one of max_depth, subsample, eta, gamma'],
])('%s: %s', (name, advice) => {
  expect(suggest(name, known)).toBe(advice);
});
