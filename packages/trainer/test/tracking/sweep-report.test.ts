import { expect, jest, test } from '@jest/globals';
import type { VariantPlan } from '../../src/sweep/variant-plan.ts';
import { sweepReport } from '../../src/tracking/sweep-report.ts';

// Loading the drawing libraries takes seconds on a busy machine.
jest.setTimeout(60_000);

function plan(name: string, scoring: string): VariantPlan {
  return {
    name,
    search: { scoring },
    space: { eta: { log_uniform: [0.01, 1] } },
  } as unknown as VariantPlan;
}

function trials(variant: string) {
  return [0.1, 0.2, 0.4].map((eta, index) => ({
    variant,
    index,
    score: 0.6 + eta,
    params: { eta },
  }));
}

test.each([
  { name: 'one metric', scorings: ['roc_auc', 'roc_auc'], sets: [''] },
  { name: 'two metrics', scorings: ['roc_auc', 'log_loss'], sets: ['-roc_auc', '-log_loss'] },
])('one set of pictures for each scoring metric: $name', async ({ scorings, sets }) => {
  const plans = scorings.map((scoring, place) => plan(`v${place}`, scoring));
  const recorded = new Map(plans.map(({ name }) => [name, trials(name)]));
  const { files, errors } = await sweepReport('20261123-190412-3fa9', plans, recorded);
  expect(errors).toEqual([]);
  expect(files.map((file) => file.path).filter((path) => path.endsWith('.png'))).toEqual(
    sets.flatMap((suffix) =>
      ['parallel-coordinates', 'score-by-parameter', 'best-so-far'].map(
        (stem) => `pictures/${stem}${suffix}.png`,
      ),
    ),
  );
});

test('without any trial there are no pictures, and no error', async () => {
  const report = await sweepReport('x', [plan('v', 'roc_auc')], new Map());
  expect(report).toEqual({ files: [], errors: [] });
});
