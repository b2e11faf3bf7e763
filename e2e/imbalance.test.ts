import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { metricsOf, MlflowClient, paramsOf } from '@xgflow/mlflow-client';
import { python } from './support/python.ts';
import type { SweepAnswer, VariantAnswer } from './support/sweep-answer.ts';
import { freshName } from './support/workspace.ts';
import { repository, trackingUri, xgflowJson } from './support/xgflow.ts';

interface Refit {
  readonly rounds: readonly number[];
  readonly line: readonly [slope: number, intercept: number];
  readonly lowest: number;
  readonly next: number;
  readonly cv_cost: number;
  readonly test_cost: number;
  readonly test_f1: number;
  readonly test_ece: number;
  readonly rows: readonly number[];
  readonly scores: readonly number[];
  readonly pyfunc: readonly number[];
}

const csv = path.join(repository, 'examples/claims/claims.csv');
const experiment = freshName('imbalance');
let directory: string;
let variants: readonly VariantAnswer[];
const client = new MlflowClient({ trackingUri: trackingUri() });

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'xgflow-imbalance-'));
  ({ variants } = await xgflowJson<SweepAnswer>([
    ...['sweep', 'examples/claims/imbalance.yaml', '--experiment', experiment],
    ...['--trials', '1', '--variants', 'smote_nc,weights-calibrated', '--log-trials', '0'],
  ]));
}, 120_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

const named = (name: string): VariantAnswer => variants.find((variant) => variant.name === name)!;
/** What the server holds of it. */
async function recorded(name: string) {
  const { run_id: runId } = named(name);
  const run = await client.runs.get(runId);
  return { runId, params: paramsOf(run), metrics: metricsOf(run) };
}

test('MLflow holds how rows were resampled, weighted, calibrated and decided', async () => {
  expect(variants.map(({ status }) => status)).toEqual(['finished', 'finished']);
  expect((await recorded('smote_nc')).params).toMatchObject({
    'resample.method': 'smote_nc',
    'resample.ratio': '0.5',
    'resample.neighbors': '5',
    'resample.seed': '1889',
    'threshold.by': 'cost',
    'threshold.cost.false_negative': '5',
  });
  const { params, metrics } = await recorded('weights-calibrated');
  expect(params).toMatchObject({
    class_weight: 'balanced',
    'calibration.method': 'platt',
    'calibration.rows': '0.2',
  });
  expect(Number(params['threshold.value'])).not.toBe(0.5);
  expect(metrics.test_ece).toBeLessThan(metrics.test_ece_uncalibrated!);
});

test('Python comes to the same folds, calibration, threshold and scores', async () => {
  const { runId, params, metrics } = await recorded('weights-calibrated');
  const theirs = await python<Refit>('rerun_calibrated.py', [runId, csv]);
  const threshold = Number(params['threshold.value']);
  expect(threshold).toBeGreaterThan(theirs.lowest - 1e-5);
  expect(threshold).toBeLessThan(theirs.next + 1e-5);
  expect(metrics.cv_cost).toBeCloseTo(theirs.cv_cost, 10);
  expect(metrics.test_cost).toBeCloseTo(theirs.test_cost, 10);
  expect(metrics.test_f1).toBeCloseTo(theirs.test_f1, 10);
  expect(metrics.test_ece).toBeCloseTo(theirs.test_ece, 5);

  const output = path.join(directory, 'scores.csv');
  const scored = await xgflowJson<{ threshold: number; positives: number }>([
    ...['predict', '--model', `runs:/${runId}/model`, '--input', csv, '--output', output],
  ]);
  expect(scored.threshold).toBe(threshold);
  const lines = (await readFile(output, 'utf8')).trim().split('\n').slice(1);
  const ours = lines.map((line) => line.split(',').map(Number));
  expect(ours.filter(([, probability]) => probability! > threshold)).toHaveLength(scored.positives);
  theirs.rows.forEach((row, place) => {
    expect(ours[row]![1]).toBeCloseTo(theirs.scores[place]!, 5);
    expect(theirs.pyfunc[place]).toBeCloseTo(ours[row]![1]!, 6);
  });
}, 120_000);

test('a resampled variant is reproduced to the last bit', async () => {
  const { reproduced, differences } = await xgflowJson<{
    reproduced: boolean;
    differences: unknown[];
  }>(['reproduce', named('smote_nc').run_id, '--data', csv]);
  expect(differences).toEqual([]);
  expect(reproduced).toBe(true);
}, 120_000);
