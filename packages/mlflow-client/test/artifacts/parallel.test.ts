import { expect, test } from '@jest/globals';
import { inParallel, PARALLEL_TRANSFERS } from '../../src/artifacts/parallel.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

test('every item once, never more than the limit at once', async () => {
  const items = Array.from({ length: 50 }, (_, i) => i);
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await inParallel(items, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await tick();
    done.push(item);
    running -= 1;
  });
  expect(done.sort((a, b) => a - b)).toEqual(items);
  expect(most).toBe(PARALLEL_TRANSFERS);
});

test('the first error comes out after what runs has ended, and nothing new begins', async () => {
  let begun = 0;
  let running = 0;
  const work = async (item: number) => {
    begun += 1;
    running += 1;
    await tick();
    running -= 1;
    if (item === 3) throw new Error('three');
  };
  const items = Array.from({ length: 1000 }, (_, i) => i);
  await expect(inParallel(items, work)).rejects.toThrow('three');
  expect(running).toBe(0);
  expect(begun).toBeLessThan(1000);
});
