import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { driftOfOlder } from './support/drift.ts';
import { python } from './support/python.ts';
import type { SweepAnswer, VariantAnswer } from './support/sweep-answer.ts';
import { freshName } from './support/workspace.ts';
import { repository, xgflow, xgflowJson } from './support/xgflow.ts';

interface Fit {
  readonly scores: readonly number[];
  readonly rounds: readonly number[];
}

interface PythonScores {
  readonly off_double: number;
  readonly rows: readonly number[];
  readonly predictions: readonly number[];
}

interface Compared {
  readonly metric: string;
  readonly variants: readonly {
    readonly variant: string;
    readonly run_id: string;
    readonly train: Readonly<Record<string, number>>;
    readonly interval: readonly [number, number] | null;
  }[];
}

let directory: string;
/** Runs whose trials Python is to fit again; in the end, because it starts slowly. */
const refitted: { runId: string; csv: string; places: number }[] = [];
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'xgflow-tasks-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function cellsOf(file: string): Promise<string[][]> {
  return (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.split(','));
}

describe('a regression with an exposure', () => {
  const csv = path.join(repository, 'examples/claims/claims-severity.csv');
  const experiment = freshName('severity');
  const model = freshName('severity_model');
  let variants: readonly VariantAnswer[];
  beforeAll(async () => {
    ({ variants } = await xgflowJson<SweepAnswer>([
      ...['sweep', 'examples/claims/severity.yaml', '--experiment', experiment],
      ...['--trials', '2', '--variants', 'gamma,tweedie', '--log-trials', '0'],
    ]));
  }, 120_000);

  test('its variants finish, with every metric of the task and no other', () => {
    expect(variants.map(({ name, status }) => [name, status])).toEqual([
      ['gamma', 'finished'],
      ['tweedie', 'finished'],
    ]);
    const names = ['rmse', 'mae', 'mape', 'wape', 'r2', 'pinball', 'deviance', 'ae_ratio'];
    for (const { metrics } of variants) {
      expect(Object.keys(metrics).toSorted()).toEqual(
        [
          ...names.flatMap((name) => [
            ...[`train_${name}`, `cv_${name}`, `cv_${name}_std`],
            ...[`test_${name}`, `test_${name}_ci_low`, `test_${name}_ci_high`],
          ]),
          'train_mape_undefined_rows',
          'test_mape_undefined_rows',
        ].toSorted(),
      );
      expect(metrics.test_mape_undefined_rows).toBe(0);
      expect(metrics.test_mape).toBeLessThan(0.5);
      expect(metrics.test_ae_ratio).toBeCloseTo(1, 0);
    }
  });

  test('Python reads it: equal metrics, equal trials, twice the exposure is twice the prediction', async () => {
    const [gamma] = variants;
    const {
      off_double: off,
      rows,
      predictions,
      ...scored
    } = await python<PythonScores & Record<string, number>>('score_severity.py', [
      gamma!.run_id,
      csv,
    ]);
    expect(off).toBeLessThan(1e-5);
    for (const [name, value] of Object.entries(scored)) {
      expect([name, Math.abs(gamma!.metrics[name]! / value - 1) < 1e-10]).toEqual([name, true]);
    }
    refitted.push({ runId: gamma!.run_id, csv, places: 12 });

    const registered = await xgflowJson<{ variant: string; model_uri: string }>([
      ...['register', '--best', 'cv_mape', '--experiment', experiment, '--name', model],
    ]);
    const chosen = variants.find(({ name }) => name === registered.variant)!;
    expect(chosen.metrics.cv_mape).toBe(
      Math.min(...variants.map(({ metrics }) => metrics.cv_mape!)),
    );
    const lines = (await readFile(csv, 'utf8')).split('\n');
    const days = lines[0]!.split(',').indexOf('exposure_days');
    const doubled = (line: string): string => {
      const cells = line.split(',');
      return [...cells.slice(0, days), 2 * Number(cells[days]), ...cells.slice(days + 1)].join(',');
    };
    const chosenRows = rows.map((row) => lines[row + 1]!);
    const input = path.join(directory, 'new.csv');
    await writeFile(input, [lines[0], ...chosenRows, ...chosenRows.map(doubled), ''].join('\n'));
    const output = path.join(directory, 'scores.csv');
    await xgflowJson([
      'predict',
      '--model',
      registered.model_uri,
      '--input',
      input,
      '--output',
      output,
    ]);
    const [header, ...cells] = await cellsOf(output);
    expect(header).toEqual(['row', 'prediction', 'unseen_levels']);
    const ours = cells.map(([, prediction]) => Number(prediction));
    for (const [place, prediction] of predictions.entries()) {
      if (registered.variant === 'gamma') expect(ours[place]! / prediction).toBeCloseTo(1, 6);
      const ratio = ours[place + predictions.length]! / ours[place]!;
      expect(Math.abs(ratio / 2 - 1)).toBeLessThan(1e-5);
    }
  }, 60_000);

  test('drift watches the predictions, the target and the metric of a regression', async () => {
    const copy = path.join(directory, 'severity.csv');
    await copyFile(csv, copy);
    const uri = `runs:/${variants[0]!.run_id}/model`;
    const { same, older } = await driftOfOlder(uri, copy, { labels: 'claim_amount', years: 25 });
    expect(same).toMatchObject({ metric: { name: 'rmse', severity: 'ok' } });
    expect(same.predictions).toMatchObject([{ name: 'prediction', severity: 'ok' }]);
    expect(older.columns.find(({ name }) => name === 'age')?.severity).toBe('drift');
    expect(older.target?.severity).toBe('ok');
  }, 60_000);

  test('compare shows what a regression is judged by, reproduce finds it identical', async () => {
    const compared = await xgflowJson<Compared>(['compare', '--experiment', experiment]);
    expect(compared.metric).toBe('test_mape');
    const [best] = compared.variants;
    expect(Object.keys(best!.train)).toEqual(['mape', 'wape', 'rmse', 'mae', 'r2', 'ae_ratio']);
    expect(best!.interval![0]).toBeLessThan(best!.interval![1]);
    const again = await xgflowJson<{ reproduced: boolean }>([
      ...['reproduce', best!.run_id, '--data', csv],
    ]);
    expect(again.reproduced).toBe(true);
  }, 60_000);

  test('the report says how far off it is, in numbers that MLflow holds', async () => {
    const { answer, page } = await reported(experiment);
    expect(answer).toMatchObject({ task: 'regression', metric: 'test_mape' });
    const { metrics } = variants.find(({ name }) => name === answer.best_variant)!;
    expect(page).toContain(`is off by <b>${(metrics.test_mape! * 100).toFixed(1)} %</b>`);
    expect(page).toContain(`All that came is <b>${metrics.test_ae_ratio!.toFixed(3)}</b> times`);
    expect(page).toContain('× 2 doubles');
    expect(page).toMatch(/the mean of a unit of exposure_days/);
    expect(page.match(/<div class="case">/g)).toHaveLength(3);
  }, 60_000);
});

/** The report of the latest sweep of an experiment, with single spaces. */
async function reported(experiment: string) {
  const output = path.join(directory, `${experiment}.html`);
  const answer = await xgflowJson<{ task: string; metric: string; best_variant: string }>([
    ...['report', '--experiment', experiment, '--output', output],
  ]);
  return { answer, page: (await readFile(output, 'utf8')).replaceAll(/\s+/g, ' ') };
}

describe('several classes', () => {
  test('are searched, compared, registered, reproduced and predicted', async () => {
    const experiment = freshName('occupations');
    const source = (
      await readFile(path.join(repository, 'examples/claims/claims-severity.csv'), 'utf8')
    )
      .split('\n')
      .slice(0, 601);
    const header = source[0]!.split(',');
    const kept = ['product_var_3', 'age', 'bmi', 'income', 'credit_score_1', 'gender'];
    const rows = source.slice(1).map((line) => {
      const cells = line.split(',');
      return kept.map((name) => cells[header.indexOf(name)]).join(',');
    });
    const csv = path.join(directory, 'classes.csv');
    await writeFile(csv, [kept.join(','), ...rows, ''].join('\n'));
    const file = path.join(directory, 'classes.yaml');
    await writeFile(
      file,
      `name: classes
source: classes.csv
target: product_var_3
task: multiclass
categorical: [gender]
split: { test_size: 0.25, seed: 3, stratify: true }
search: { trials: 2, folds: 3, seed: 3, early_stopping: { metric: mlogloss, rounds: 5 } }
params: { eval_metric: [merror], tree_method: hist }
space: { n_estimators: { int: [10, 30] }, max_depth: { int: [2, 4] } }
`,
    );
    const { variants } = await xgflowJson<SweepAnswer>([
      ...['sweep', file, '--experiment', experiment, '--log-trials', '0'],
    ]);
    expect(variants.map(({ status }) => status)).toEqual(['finished']);
    const [only] = variants;
    expect(only!.metrics.test_log_loss).toBeGreaterThan(0);
    expect(only!.metrics.test_roc_auc_ovr).toBeGreaterThan(0);
    refitted.push({ runId: only!.run_id, csv, places: 6 });

    const { model_uri: uri } = await xgflowJson<{ model_uri: string }>([
      ...['register', '--best', 'f1_macro', '--experiment', experiment],
      ...['--name', freshName('classes_model')],
    ]);
    const output = path.join(directory, 'classes-scores.csv');
    await xgflowJson(['predict', '--model', uri, '--input', csv, '--output', output]);
    const [names, ...cells] = await cellsOf(output);
    const levels = [...new Set(rows.map((row) => row.split(',')[0]!))].toSorted();
    expect(names!.filter((name) => name.startsWith('probability'))).toHaveLength(levels.length);
    expect(levels).toContain(cells[0]![names!.indexOf('prediction')]);

    const { same, older } = await driftOfOlder(uri, csv, { labels: 'product_var_3', years: 25 });
    expect(same).toMatchObject({ target: { severity: 'ok' }, metric: { name: 'log_loss' } });
    expect(same.predictions.map(({ name }) => name)).toEqual(['class', 'confidence']);
    expect(older.columns.find(({ name }) => name === 'age')?.severity).toBe('drift');

    const { stdout } = await xgflow(['compare', '--experiment', experiment]);
    expect(stdout).toContain('best test_f1_macro first');
    const { answer, page } = await reported(experiment);
    expect(answer).toMatchObject({ task: 'multiclass', metric: 'test_f1_macro' });
    const right = (only!.metrics.test_accuracy! * 100).toFixed(0);
    expect(page).toContain(`it names the right product_var_3 for <b>${right}</b>`);
    for (const level of levels) expect(page).toContain(`product_var_3 = ${level}, because`);
    const again = await xgflowJson<{ reproduced: boolean }>([
      ...['reproduce', only!.run_id, '--data', csv],
    ]);
    expect(again.reproduced).toBe(true);
  }, 120_000);
});

test('Python fits the same trials of both to the same scores', async () => {
  expect(refitted).toHaveLength(2);
  const rerun = await python<{ run: string; ours: Fit; theirs: Fit }[]>(
    'rerun_trials.py',
    refitted.flatMap(({ runId, csv }) => [runId, csv, '2']),
  );
  for (const { runId, places } of refitted) {
    const fits = rerun.filter(({ run }) => run === runId);
    expect(fits).toHaveLength(2);
    for (const { ours, theirs } of fits) {
      expect(ours.rounds).toEqual(theirs.rounds);
      for (const [fold, score] of ours.scores.entries()) {
        expect(score).toBeCloseTo(theirs.scores[fold]!, places);
      }
    }
  }
}, 60_000);
