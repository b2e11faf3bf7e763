import { expect, test } from '@jest/globals';
import type { TrialRecord, VariantResult } from '../../src/sweep/result.ts';
import type { VariantPlan } from '../../src/sweep/variant-plan.ts';
import { trialsTable } from '../../src/tracking/tables.ts';
import { readTrialPoints, trialPoints } from '../../src/tracking/trial-points.ts';

const trial = (index: number, params: TrialRecord['params'], scores: number[]): TrialRecord => ({
  index,
  params,
  foldScores: scores,
  foldRounds: scores.map(() => 7),
  seconds: 1,
  ...(scores.length === 0 ? { error: 'it said "no",\nthen ended' } : {}),
});

test('trials.csv gives back the trials that it was written from', async () => {
  const space: VariantPlan['space'] = {
    eta: { log_uniform: [1e-7, 1] },
    mode: { choice: ['a,b', '7', 7, true] },
  };
  const trials = [
    trial(0, { eta: 0.1 + 0.2, mode: 'a,b' }, [0.1, 0.2]),
    trial(1, { eta: 1e-7, mode: true }, []),
    trial(2, { eta: 1, mode: 'a,b' }, [1 / 3, 2 / 3]),
  ];
  const result = { name: 'deep', trials } as unknown as VariantResult;
  const plan = { name: 'deep', space } as unknown as VariantPlan;
  expect(await readTrialPoints(plan, trialsTable(result))).toEqual(trialPoints(result));
});
