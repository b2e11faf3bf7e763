import { expect } from '@jest/globals';
import type { PythonRun } from './python-run.ts';

/** A variant of the claims example, as Python reads it, has its params, tags, dataset, model and tables. */
export function expectWholeVariant(
  run: PythonRun,
  { sweepId, trials }: { readonly sweepId: string; readonly trials: number },
): void {
  expect(run.params).toMatchObject({
    objective: 'binary:logistic',
    'split.test_size': '0.2',
    'split.seed': '1889',
    'search.trials': String(trials),
    'search.folds': '5',
    'search.scoring': 'roc_auc',
  });
  expect(run.params['split.stratify']).toBe(run.name.includes('stratify') ? 'True' : 'False');
  expect('reg_alpha' in run.params).toBe(run.name.includes('regularized'));
  expect(run.tags).toMatchObject({
    'xgflow.sweep_id': sweepId,
    'mlflow.source.type': 'LOCAL',
    'mlflow.source.name': 'examples/claims/sweep.yaml',
  });
  for (const tag of ['config_hash', 'data_digest', 'versions', 'model_id', 'model_sha256'])
    expect(run.tags[`xgflow.${tag}`]).toBeTruthy();
  expect(run.datasets).toEqual([
    expect.objectContaining({
      digest: run.tags['xgflow.data_digest'],
      rows: 10_000,
      columns: 39,
      context: { 'mlflow.data.context': 'training' },
    }),
  ]);
  expect(run.models).toEqual([run.tags['xgflow.model_id']]);
  expect(run.artifacts).toEqual([
    'oof.csv',
    'pictures',
    'split.csv',
    'sweep.json',
    'tables',
    'trials.csv',
  ]);
}
