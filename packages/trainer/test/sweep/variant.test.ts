import { expect, test } from '@jest/globals';
import type { Runner } from '../../src/sweep/runner/runner.ts';
import { runVariant } from '../../src/sweep/variant.ts';
import type { VariantSearch } from '../../src/sweep/variant.ts';

test('a trial that cannot be kept, on a full disk say, ends the search: no other is begun', async () => {
  let begun = 0;
  const runner = {
    concurrency: 2,
    addSplit: () => undefined,
    run: async () => {
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { foldScores: [0.5], foldRounds: [1], seconds: 0 };
    },
  } as unknown as Runner;
  const search = { trials: 50, seed: 1, scoring: 'roc_auc' };
  const plan = { name: 'a', search, params: {}, space: { eta: { uniform: [0, 1] } } };
  const run = { plan, split: { key: 'k' }, runner, done: new Map(), onStart: () => undefined };
  const full = { ...run, onTrial: () => Promise.reject(new Error('ENOSPC')) };
  await expect(runVariant(full as unknown as VariantSearch)).rejects.toThrow('ENOSPC');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(begun).toBe(2);
});
