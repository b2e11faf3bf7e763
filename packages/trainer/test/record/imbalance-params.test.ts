import { expect, test } from '@jest/globals';
import { imbalanceParams } from '../../src/record/imbalance-params.ts';
import type { VariantResult } from '../../src/sweep/result.ts';
import type { VariantPlan } from '../../src/sweep/variant-plan.ts';
import { thresholdRecord } from '../../src/tracking/threshold-record.ts';

const split = { testSize: 0.2, seed: 0, stratify: false, folds: 5 };
const result = {
  threshold: { threshold: 0.25, flagged: 0.1, value: 0.4 },
  outOfFold: { labels: new Float64Array(80), scores: new Float32Array(80) },
} as unknown as VariantResult;

test('a variant that does nothing has no such params', () => {
  expect(imbalanceParams({ split, treatment: {} } as unknown as VariantPlan, result)).toEqual({});
});

test('what a variant does is named, with the threshold that was chosen', () => {
  const resample = { method: 'random_over', ratio: 'auto', neighbors: 5, seed: 3 } as const;
  const plan = {
    split: { ...split, calibration: { share: 0.25, seed: 9 } },
    treatment: { resample, classWeight: { 1: 5 } },
    classWeight: { late: 5 },
    calibration: 'isotonic',
    threshold: { by: 'capacity', share: 0.05 },
  } as unknown as VariantPlan;
  expect(imbalanceParams(plan, result)).toEqual({
    'resample.method': 'random_over',
    'resample.ratio': 'auto',
    'resample.seed': 3,
    class_weight: '{"late":5}',
    'calibration.method': 'isotonic',
    'calibration.rows': 0.25,
    'calibration.seed': 9,
    'threshold.by': 'capacity',
    'threshold.value': 0.25,
    'threshold.capacity': 0.05,
  });
});

test.each([
  [{ by: 'fixed', value: 0.3 } as const, { by: 'fixed', value: 0.3 }],
  [{ by: 'f1' } as const, { by: 'f1', f1: 0.4 }],
  [
    { by: 'cost', falsePositive: 1, falseNegative: 5 } as const,
    { by: 'cost', false_positive: 1, false_negative: 5, cost_per_row: 0.4 },
  ],
  [{ by: 'capacity', share: 0.05 } as const, { by: 'capacity', share: 0.05, recall: 0.4 }],
])('the model says how its threshold was chosen: %j', (rule, record) => {
  const chosen = rule.by === 'fixed' ? {} : { chosen_on: 'out_of_fold', rows: 80, flagged: 0.1 };
  expect(thresholdRecord(rule, result)).toEqual({ ...record, ...chosen });
});
