import { expect, test } from '@jest/globals';
import { planSplit } from '../../../src/sweep/split-plan.ts';
import { mean } from '../../../src/sweep/trial-score.ts';
import { JobRoom } from '../../../src/sweep/work/job.ts';
import type { JobResult, RefitJob, TrialJob } from '../../../src/sweep/work/job.ts';

const values = Float64Array.from({ length: 300 }, (_, row) => Math.sin(row * 12.9898) * 10);
const labels = values.map((value, row) => (value + Math.cos(row * 78.233) * 8 > 0 ? 1 : 0));
const split = planSplit(labels, { testSize: 0.25, seed: 3, stratify: true, folds: 3 });

test.each([
  { what: 'early stopping', settings: { earlyStopping: { metric: 'logloss', rounds: 3 } } },
  { what: 'nothing to watch', settings: {} },
])('with $what, a trial scores what the refit finds again, to the last bit', ({ settings }) => {
  const columns = [{ name: 'value', values, type: 'float' } as const];
  using room = new JobRoom({ task: 'binary', columns, labels });
  room.addSplit(split);
  const params = { objective: 'binary:logistic', subsample: 0.7, seed: 5, nthread: 1 };
  const job = {
    splitKey: split.key,
    treatment: {},
    fit: { params, rounds: 15 },
    settings: { scoring: 'roc_auc', ...settings },
  } as const;
  const trial = room.run({ ...job, kind: 'trial' }) as JobResult<TrialJob>;
  const refit = room.run({ ...job, kind: 'refit', seed: 1 }) as JobResult<RefitJob>;
  expect(refit.metrics.cv_roc_auc).toBe(mean(trial.foldScores));
  expect(refit.folds.map(({ rounds }) => rounds)).toEqual(trial.foldRounds);
  // The refit's curves are wanted in any case.
  expect(refit.folds[0]?.history.validation?.logloss?.length).toBeGreaterThan(0);
});
