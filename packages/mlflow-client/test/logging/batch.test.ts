import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Batch, chunkBatch } from '../../src/logging/batch.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
const sizes = (batches: readonly Batch<unknown, unknown, unknown>[]) =>
  batches.map(({ metrics, params, tags }) => [metrics.length, params.length, tags.length]);

test.each<[string, [number, number, number], number[][]]>([
  ['nothing', [0, 0, 0], []],
  [
    'one of each: params go alone and first',
    [1, 1, 1],
    [
      [0, 1, 0],
      [1, 0, 1],
    ],
  ],
  ['a full request of metrics', [1000, 0, 0], [[1000, 0, 0]]],
  [
    'one metric more',
    [1001, 0, 0],
    [
      [1000, 0, 0],
      [1, 0, 0],
    ],
  ],
  [
    'one param more',
    [0, 101, 0],
    [
      [0, 100, 0],
      [0, 1, 0],
    ],
  ],
  [
    'tags leave less room for metrics',
    [1000, 0, 100],
    [
      [900, 0, 100],
      [100, 0, 0],
    ],
  ],
])('%s', (_name, [metrics, params, tags], expected) => {
  const items = { metrics: numbers(metrics), params: numbers(params), tags: numbers(tags) };
  expect(sizes(chunkBatch(items))).toEqual(expected);
});

test('nothing is lost, reordered, empty or beyond a limit', () => {
  const count = fc.integer({ min: 0, max: 3500 });
  const few = fc.integer({ min: 0, max: 350 });
  fc.assert(
    fc.property(count, few, few, (m, p, t) => {
      const items = { metrics: numbers(m), params: numbers(p), tags: numbers(t) };
      const batches = chunkBatch(items);
      expect(batches.flatMap((batch) => batch.metrics)).toEqual(items.metrics);
      expect(batches.flatMap((batch) => batch.params)).toEqual(items.params);
      expect(batches.flatMap((batch) => batch.tags)).toEqual(items.tags);
      for (const [metrics = 0, params = 0, tags = 0] of sizes(batches)) {
        expect(metrics + params + tags).toBeGreaterThan(0);
        expect(metrics + params + tags).toBeLessThanOrEqual(1000);
        expect(Math.max(params, tags)).toBeLessThanOrEqual(100);
        expect(params > 0 && metrics + tags > 0).toBe(false);
      }
      const lastParams = sizes(batches).findLastIndex(([, params = 0]) => params > 0);
      const firstOther = sizes(batches).findIndex(
        ([metrics = 0, , tags = 0]) => metrics + tags > 0,
      );
      expect(firstOther === -1 || lastParams < firstOther).toBe(true);
    }),
    { numRuns: 60 },
  );
});
