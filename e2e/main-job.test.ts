import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { metricNamesOf } from '@xgflow/trainer';
import type { PythonRun } from './support/python-run.ts';
import { python } from './support/python.ts';
import type { SweepAnswer } from './support/sweep-answer.ts';
import { freshName, withClaims } from './support/workspace.ts';
import { repository, trackingUri, xgflow, xgflowJson } from './support/xgflow.ts';

const variants = ['original', 'stratify', 'shallow', 'regularized', 'regularized-stratify'];
const trials = 3;
const claims = path.join(repository, 'examples/claims/claims.csv');

interface RegisterAnswer {
  readonly name: string;
  readonly version: string;
  readonly existed: boolean;
  readonly run_id: string;
  readonly variant: string;
  readonly model_uri: string;
  readonly value: number;
}

let experiment: string;
let model: string;
let sweep: SweepAnswer;
let runs: readonly PythonRun[];
const role = (name: string): PythonRun[] => runs.filter(({ tags }) => tags['xgflow.role'] === name);

beforeAll(async () => {
  experiment = freshName('main-job');
  model = freshName('credit_model');
  sweep = await xgflowJson<SweepAnswer>([
    'sweep',
    'examples/claims/sweep.yaml',
    '--trials',
    String(trials),
    '--experiment',
    experiment,
    '--log-trials',
    '2',
  ]);
  runs = await python<PythonRun[]>('read_sweep.py', [experiment]);
}, 240_000);

afterAll(() => {
  runs = [];
});

describe('what the Python client reads of a sweep', () => {
  test('one sweep, five variants, their best trials, all finished', () => {
    expect(sweep.variants.map(({ name, status }) => [name, status])).toEqual(
      variants.map((name) => [name, 'finished']),
    );
    expect(role('sweep')).toHaveLength(1);
    expect(
      role('variant')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(variants.toSorted());
    expect(role('trial')).toHaveLength(variants.length * 2);
    expect(runs.filter(({ status, ended }) => status !== 'FINISHED' || !ended)).toEqual([]);
    const [parent] = role('sweep');
    for (const variant of role('variant')) {
      expect(variant.tags['mlflow.parentRunId']).toBe(parent?.run_id);
      const children = role('trial').filter(
        ({ tags }) => tags['mlflow.parentRunId'] === variant.run_id,
      );
      expect(children).toHaveLength(2);
    }
  });

  test('every metric equals what the command printed, to the last bit', () => {
    for (const variant of sweep.variants) {
      const run = runs.find(({ run_id }) => run_id === variant.run_id);
      expect(run?.metrics).toMatchObject(variant.metrics);
      for (const part of ['train', 'cv', 'test']) {
        for (const name of metricNamesOf('binary')) {
          expect(Number.isFinite(run?.metrics[`${part}_${name}`])).toBe(true);
        }
      }
    }
  });

  test('params, tags, dataset, model and tables are there', () => {
    for (const run of role('variant')) {
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
        'xgflow.sweep_id': sweep.sweep_id,
        'mlflow.source.type': 'LOCAL',
        'mlflow.source.name': 'sweep.yaml',
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
  });

  test('curves have one point a round, and the refit as many rounds as the params say', () => {
    for (const run of role('variant')) {
      const rounds = Number(run.params.n_estimators);
      for (const metric of ['auc', 'rmse', 'logloss']) {
        expect(run.curves[`train-${metric}`]?.map(([step]) => step)).toEqual(
          Array.from({ length: rounds }, (_, step) => step),
        );
        expect(run.curves[`cv-${metric}`]?.length).toBeGreaterThan(0);
      }
    }
  });

  test('Python fits the same folds: the same best rounds, and scores equal to 1e-12 (scikit-learn sums in another order)', async () => {
    const run = role('variant').find(({ name }) => name === 'regularized-stratify');
    interface Fit {
      readonly scores: readonly number[];
      readonly rounds: readonly number[];
    }
    const rerun = await python<{ ours: Fit; theirs: Fit }[]>('rerun_trials.py', [
      run?.run_id ?? '',
      claims,
      '2',
    ]);
    expect(rerun).toHaveLength(2);
    for (const { ours, theirs } of rerun) {
      expect(ours.rounds).toEqual(theirs.rounds);
      for (const [fold, score] of ours.scores.entries()) {
        expect(score).toBeCloseTo(theirs.scores[fold]!, 12);
      }
    }
  }, 120_000);
});

describe('the best run, registered', () => {
  const register = (...more: string[]): Promise<RegisterAnswer> => {
    const command = ['register', '--best', 'f1', '--experiment', experiment, '--name', model];
    return xgflowJson<RegisterAnswer>([...command, ...more]);
  };

  test('three times makes one version, with the alias on it', async () => {
    const answers: RegisterAnswer[] = [];
    for (let time = 0; time < 3; time += 1) {
      answers.push(await register());
    }
    const best = Math.max(...sweep.variants.map(({ metrics }) => metrics.test_f1 ?? NaN));
    expect(answers.map(({ version, existed, value }) => ({ version, existed, value }))).toEqual([
      { version: '1', existed: false, value: best },
      { version: '1', existed: true, value: best },
      { version: '1', existed: true, value: best },
    ]);
  }, 60_000);

  test('Python loads it by its alias and predicts what xgflow predicts, on all rows, to the last bit', async () => {
    await withClaims(async (directory) => {
      const output = path.join(directory, 'scores.csv');
      const uri = `models:/${model}@champion`;
      await xgflow(['predict', '--model', uri, '--input', claims, '--output', output]);
      const config = JSON.parse(JSON.stringify(await readConfig())) as {
        target: string;
        drop: string[];
        categorical: string[];
      };
      const theirs = await python<{
        bits: number[];
        type: string;
        attributes: Record<string, string>;
        inputs: string[];
        flavors: string[];
        served: number[];
      }>('score_model.py', [
        uri,
        claims,
        config.target,
        config.drop.join(','),
        config.categorical.join(','),
      ]);
      const [header, ...lines] = (await readFile(output, 'utf8')).trimEnd().split('\n');
      expect(header).toBe('row,probability,prediction,unseen_levels');
      const ours = Array.from(
        new Uint32Array(Float32Array.from(lines, (line) => Number(line.split(',')[1])).buffer),
      );
      expect(ours).toHaveLength(10_000);
      expect(ours).toEqual(theirs.bits);
      // mlflow.pyfunc takes the file's levels as they are.
      expect(ours).toEqual(theirs.served);
      expect(theirs).toMatchObject({
        type: 'Booster',
        flavors: ['python_function', 'xgboost'],
        attributes: {},
      });
    });
  }, 120_000);

  test('compare shows every variant and chooses the same one', async () => {
    const answer = await xgflowJson<{
      variants: {
        variant: string;
        gap: number;
        interval: [number, number];
        test: { f1: number };
      }[];
      compare_url: string;
    }>(['compare', '--experiment', experiment]);
    const registered = await register('--dry-run');
    expect(answer.variants.map(({ variant }) => variant).toSorted()).toEqual(variants.toSorted());
    expect(answer.variants[0]?.variant).toBe(registered.variant);
    for (const {
      test: { f1 },
      interval,
    } of answer.variants) {
      expect(interval[0]).toBeLessThanOrEqual(f1);
      expect(interval[1]).toBeGreaterThanOrEqual(f1);
    }
  });

  test('the report lies in the run of the sweep, and the command makes the same one from the server', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'xgflow-report-'));
    try {
      const output = path.join(directory, 'report.html');
      const words = ['report', '--experiment', experiment, '--output', output];
      const answer = await xgflowJson<{ best_variant: string; sweep_id: string }>(words);
      expect(answer).toMatchObject({ sweep_id: sweep.sweep_id, metric: 'test_f1' });
      const page = await readFile(output, 'utf8');
      expect(page).toBe(await storedReport(sweep.run_id));
      const best = sweep.variants.find(({ name }) => name === answer.best_variant);
      const hundred = ((best?.metrics.test_precision ?? NaN) * 100).toFixed(0);
      expect(page).toMatch(new RegExp(`Of 100 cases that it flags, <b>${hundred}</b>`, 'u'));
      expect(page).toContain(`xgflow reproduce ${best?.run_id ?? ''}`);
      const again = await xgflow(words, { code: 2 });
      expect(again.stderr).toMatch(/exists already · --output · .* --force/u);
    } finally {
      await rm(directory, { recursive: true });
    }
  }, 60_000);

  test('an unknown metric ends with 2, an experiment without sweeps with 3', async () => {
    await xgflow(['register', '--best', 'f2', '--experiment', experiment], { code: 2 });
    await xgflow(['register', '--best', 'f1', '--experiment', freshName('nothing-here')], {
      code: 3,
    });
  });
});

async function storedReport(runId: string): Promise<string> {
  const client = new MlflowClient({ trackingUri: trackingUri() });
  const { info } = await client.runs.get(runId);
  return client.artifacts.readText(info.artifact_uri, 'report.html').finally(() => {
    client.close();
  });
}

async function readConfig(): Promise<unknown> {
  const { loadSweepConfig } = await import('@xgflow/trainer');
  return (await loadSweepConfig(path.join(repository, 'examples/claims/sweep.yaml'))).config;
}
