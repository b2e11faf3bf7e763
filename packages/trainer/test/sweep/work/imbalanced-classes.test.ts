import { beforeAll, describe, expect, test } from '@jest/globals';
import { planSplit } from '../../../src/sweep/split-plan.ts';
import type { RefitJob } from '../../../src/sweep/work/job.ts';
import type { Workload } from '../../../src/sweep/work/workload.ts';
import { fitted, jobOf, workload } from './imbalance.ts';

describe('several classes', () => {
  // The rarest class of three, where the first category is low and a number large.
  const labels = workload.labels.map((label, row) => {
    const [number] = workload.columns;
    const value = number && 'values' in number ? Number(number.values[row]) : 0;
    return label === 1 ? 1 : value > 0.85 ? 2 : 0;
  });
  const work: Workload = { ...workload, labels, task: 'multiclass' };
  const split = planSplit(
    labels,
    { testSize: 0.3, seed: 7, stratify: true, folds: 3 },
    'multiclass',
  );
  const job = (treatment: RefitJob['treatment']): RefitJob => {
    const binary = jobOf({ method: null, weight: null, calibration: null }, split);
    const params = { ...binary.fit.params, objective: 'multi:softprob', num_class: 3 };
    return { ...binary, fit: { ...binary.fit, params }, treatment };
  };
  const common = { ratio: 'auto', neighbors: 5, seed: 3 } as const;
  const recall = (of: RefitJob['treatment']): number =>
    fitted(work, split, job(of)).metrics.cv_recall_macro!;
  let untreated: number;
  beforeAll(() => {
    untreated = recall({});
  });

  test.each([
    { resample: { method: 'random_over', ...common } },
    { resample: { method: 'random_under', ...common } },
    { resample: { method: 'smote_nc', ...common } },
    { classWeight: 'balanced' },
  ] as const)('%j finds more of the rare classes', (treatment) => {
    expect(recall(treatment)).toBeGreaterThan(untreated);
  });
});
