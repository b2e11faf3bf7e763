import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withDoubledExposure } from './support/doubled-exposure.ts';
import { driftOfOlder } from './support/drift.ts';
import { writeOccupations } from './support/occupations.ts';
import { expectPythonRefits } from './support/python-refits.ts';
import type { RefittedRun } from './support/python-refits.ts';
import { python } from './support/python.ts';
import type { SweepAnswer, VariantAnswer } from './support/sweep-answer.ts';
import { freshName } from './support/workspace.ts';
import { repository, xgflow, xgflowJson } from './support/xgflow.ts';

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
const refitted: RefittedRun[] = [];
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
    const args = [gamma!.run_id, csv];
    const read = await python<PythonScores & Record<string, number>>('score_severity.py', args);
    const { off_double: off, rows, predictions, ...scored } = read;
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
    const input = path.join(directory, 'new.csv');
    await writeFile(input, withDoubledExposure(await readFile(csv, 'utf8'), rows));
    const output = path.join(directory, 'scores.csv');
    const uri = registered.model_uri;
    await xgflowJson(['predict', '--model', uri, '--input', input, '--output', output]);
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
    const again = await xgflowJson(['reproduce', best!.run_id, '--data', csv]);
    expect(again).toMatchObject({ reproduced: true });
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
    const { csv, file, levels } = await writeOccupations(directory);
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
    const again = await xgflowJson(['reproduce', only!.run_id, '--data', csv]);
    expect(again).toMatchObject({ reproduced: true });
  }, 120_000);
});

test('Python fits the same trials of both to the same scores', async () => {
  expect(refitted).toHaveLength(2);
  await expectPythonRefits(refitted);
}, 60_000);
