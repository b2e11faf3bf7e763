import { expect, test } from '@jest/globals';
import { parseRetryAfter } from '../../src/http/retry-after.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

test.each<[string | undefined, number | undefined]>([
  [undefined, undefined],
  ['', undefined],
  ['1', 1000],
  [' 2 ', 2000],
  ['0', 0],
  ['0.5', 500],
  ['3600', 30_000],
  ['9'.repeat(400), 30_000],
  ['-1', undefined],
  ['1e999', undefined],
  ['NaN', undefined],
  ['soon', undefined],
  ['Thu, 01 Jan 2026 00:00:10 GMT', 10_000],
  ['Thu, 01 Jan 2026 10:00:00 GMT', 30_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', undefined],
  ['Thu, 99 Foo', undefined],
])('%j', (header, ms) => {
  expect(parseRetryAfter(header, now)).toBe(ms);
});
