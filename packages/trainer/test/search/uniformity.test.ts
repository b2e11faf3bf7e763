import { expect, test } from '@jest/globals';
import { valueAt } from '../../src/search/draw.ts';
import { drawTrial } from '../../src/search/samplers/random.ts';
import type { Distribution } from '../../src/search/space.ts';

const DRAWS = 4000;
const LAST = 1 - 2 ** -53;

/** Pearson's statistic of counts that should be equal. */
function chiSquared(counts: readonly number[]): number {
  const expected = DRAWS / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Ten bins: a chi-squared above 27.9 (9 degrees of freedom) has probability 0.001; the seed is fixed. */
const LIMIT = 27.88;

const bins: [string, Distribution, (value: number) => number][] = [
  ['int', { int: [11, 20] }, (value) => value - 11],
  ['wide int', { int: [0, 999] }, (value) => Math.floor(value / 100)],
  ['uniform', { uniform: [-1, 4] }, (value) => Math.floor((value + 1) * 2)],
  ['log_uniform', { log_uniform: [1e-5, 1e5] }, (value) => Math.floor(Math.log10(value) + 5)],
  ['choice', { choice: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }, (value) => value],
];

test.each(bins)('%s is even', (_, distribution, binOf) => {
  const counts = Array<number>(10).fill(0);
  for (let index = 0; index < DRAWS; index++) {
    const bin = Math.min(binOf(drawTrial({ p: distribution }, 42, index).params.p as number), 9);
    counts[bin]! += 1;
  }
  expect(counts.reduce((sum, count) => sum + count)).toBe(DRAWS);
  expect(chiSquared(counts)).toBeLessThan(LIMIT);
});

test('two parameters of a trial, and two trials in a row, are independent', () => {
  const pairs = Array<number>(10).fill(0);
  const rows = Array<number>(10).fill(0);
  const half = { a: { int: [0, 1] }, b: { int: [0, 4] } } satisfies Record<string, Distribution>;
  for (let index = 0; index < DRAWS; index++) {
    const { a, b } = drawTrial(half, 7, index).params as { a: number; b: number };
    const next = drawTrial(half, 7, index + 1).params as { b: number };
    pairs[a * 5 + b]! += 1;
    rows[a * 5 + next.b]! += 1;
  }
  expect(chiSquared(pairs)).toBeLessThan(LIMIT);
  expect(chiSquared(rows)).toBeLessThan(LIMIT);
});

test.each<[string, Distribution, unknown, unknown]>([
  ['int', { int: [1, 8] }, 1, 8],
  ['uniform', { uniform: [0.01, 0.76] }, 0.01, 0.76],
  ['log_uniform', { log_uniform: [1e-3, 0.3] }, 1e-3, 0.3],
  ['choice', { choice: ['a', true, 3] }, 'a', 3],
])('both ends of %s can be reached', (_, distribution, low, high) => {
  expect(valueAt(distribution, 0)).toBe(low);
  expect(valueAt(distribution, LAST)).toBe(high);
});
