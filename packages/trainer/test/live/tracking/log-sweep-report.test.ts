import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import type { VariantResult } from '../../../src/sweep/result.ts';
import type { VariantPlan } from '../../../src/sweep/variant-plan.ts';
import { logSweepReport } from '../../../src/tracking/log-sweep-report.ts';
import { trialsTable } from '../../../src/tracking/tables.ts';
import { trialPoints } from '../../../src/tracking/trial-points.ts';

jest.setTimeout(60_000);

const trackingUri = process.env.XGFLOW_TEST_MLFLOW_URI;
if (!trackingUri)
  throw new Error('XGFLOW_TEST_MLFLOW_URI is not set · the live tests need a server');

const client = new MlflowClient({ trackingUri });
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'xgflow-sweep-report-'));
});
afterAll(() => rm(scratch, { recursive: true }));

function plan(name: string): VariantPlan {
  const space = { eta: { uniform: [0, 1] } };
  return { name, search: { scoring: 'roc_auc' }, space } as unknown as VariantPlan;
}

function result(name: string): VariantResult {
  const trials = [0.1, 0.2, 0.3].map((eta, index) => ({
    index,
    params: { eta },
    foldScores: [0.8 + eta, 0.7],
    foldRounds: [3, 4],
    seconds: 1,
  }));
  return { name, trials } as unknown as VariantResult;
}

async function newRun(experimentId: string, runName: string) {
  const { info } = await client.runs.create({ experimentId, runName });
  return info;
}

test('the trials of kept variants come from their runs; what cannot be read is told', async () => {
  const { experiment_id: id } = await client.experiments.ensure(`sweep-report-${Date.now()}`);
  const [sweep, kept, empty] = await Promise.all([
    newRun(id, 'sweep'),
    newRun(id, 'kept'),
    newRun(id, 'empty'),
  ]);
  await client.artifacts.uploadText(kept.artifact_uri, trialsTable(result('kept')), 'trials.csv');
  const summary = { status: 'kept', metrics: {}, failedTrials: 0 } as const;

  const warnings = await logSweepReport({
    client,
    runId: sweep.run_id,
    sweepId: '20261123-190412-3fa9',
    scratch,
    plans: [plan('kept'), plan('empty'), plan('new')],
    trials: new Map([['new', trialPoints(result('new'))]]),
    variants: [
      { name: 'kept', ...summary, runId: kept.run_id },
      { name: 'empty', ...summary, runId: empty.run_id },
      { name: 'new', ...summary, status: 'finished' },
    ],
  });

  expect(warnings).toEqual([expect.stringContaining('trials cannot be read back · variant empty')]);
  const files = await client.artifacts.list(sweep.artifact_uri, '', { recursive: true });
  expect(files.map((file) => file.path)).toEqual(
    ['png', 'svg', 'csv']
      .flatMap((kind) =>
        ['best-so-far', 'parallel-coordinates', 'score-by-parameter'].map(
          (stem) => `${kind === 'csv' ? 'tables' : 'pictures'}/${stem}.${kind}`,
        ),
      )
      .toSorted(),
  );
  const table = await client.artifacts.readText(
    sweep.artifact_uri,
    'tables/parallel-coordinates.csv',
  );
  expect(table.trimEnd().split('\n')).toEqual([
    'eta,variant,trial,score',
    ...['kept', 'new'].flatMap((variant) => [
      `0.1,${variant},0,0.8`,
      `0.2,${variant},1,0.85`,
      `0.3,${variant},2,0.9`,
    ]),
  ]);
});
