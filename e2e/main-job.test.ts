import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { metricNamesOf } from '@xgflow/trainer';
import type { PythonRun } from './support/python-run.ts';
import { expectPythonRefits } from './support/python-refits.ts';
import { pythonScores } from './support/python-scores.ts';
import { python } from './support/python.ts';
import { storedReport } from './support/stored-report.ts';
import type { SweepAnswer } from './support/sweep-answer.ts';
import { expectWholeVariant } from './support/whole-variant.ts';
import { freshName, withClaims } from './support/workspace.ts';
import { repository, xgflow, xgflowJson } from './support/xgflow.ts';

const variants = ['original', 'stratify', 'shallow', 'regularized', 'regularized-stratify'];
const trials = 3;
const claims = path.join(repository, 'examples/claims/claims.csv');
const sweepFile = path.join(repository, 'examples/claims/sweep.yaml');

interface RegisterAnswer {
  readonly version: string;
  readonly existed: boolean;
  readonly variant: string;
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
    ...['sweep', 'examples/claims/sweep.yaml', '--experiment', experiment],
    ...['--trials', String(trials), '--log-trials', '2'],
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
      expectWholeVariant(run, { sweepId: sweep.sweep_id, trials });
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
    await expectPythonRefits([{ runId: run?.run_id ?? '', csv: claims, places: 12 }]);
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
      const theirs = await pythonScores(uri, claims, sweepFile);
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
