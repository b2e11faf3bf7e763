import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { MlflowClient, metricsOf, paramsOf, tagsOf } from '@xgflow/mlflow-client';
import { Browser } from '../browser/support/browser.ts';
import { freshName } from '../support/workspace.ts';
import { trackingUri, xgflow, xgflowJson } from '../support/xgflow.ts';
import { withPeople } from './drifting-table.ts';

interface Answer {
  readonly status: string;
  readonly run_id: string | null;
  readonly notes: readonly string[];
  readonly suggestion: { readonly command: string | null; readonly quiet_until: string } | null;
  readonly columns: readonly { readonly name: string; readonly severity: string }[];
  readonly predictions: readonly { readonly severity: string }[];
  readonly metric: { readonly name: string; readonly severity: string } | null;
  readonly calibration: { readonly severity: string } | null;
}

test('a model is watched: no drift, drift, too few rows; the suggestion leads to the gate', async () => {
  const name = freshName('drift');
  await withPeople(name, async (directory) => {
    const at = { cwd: directory };
    await xgflow(['sweep', 'sweep.yaml', '--log-trials', '0'], at);
    await xgflow(['register', '--best', 'cv_roc_auc', '--experiment', name, '--name', name], at);
    const model = ['--model', `models:/${name}@champion`];
    const drift = (code: number, ...args: string[]): Promise<Answer> =>
      xgflowJson<Answer>(['drift', ...model, ...args], { ...at, code });

    const trained = await drift(0, '--current', 'train.csv', '--labels', 'claim');
    expect(trained).toMatchObject({ status: 'ok', predictions: [], metric: null });
    expect(trained.notes.join()).toContain('trained on');

    const same = await drift(0, '--current', 'same.csv', '--labels', 'claim');
    expect(same).toMatchObject({ status: 'ok', suggestion: null });
    expect(same.metric).toMatchObject({ name: 'roc_auc', severity: 'ok' });
    expect(same.calibration?.severity).toBe('ok');

    const tiny = await drift(12, '--current', 'tiny.csv', '--no-tracking');
    expect(tiny).toMatchObject({ status: 'too-little-data', run_id: null });

    const watch = ['--current', 'older.csv', '--labels', 'claim'];
    const older = await drift(11, ...watch, '--html', 'drift.html');
    const severities = Object.fromEntries(older.columns.map((each) => [each.name, each.severity]));
    expect(severities).toEqual({ age: 'drift', income: 'ok', region: 'ok' });
    expect(older.predictions[0]?.severity).toBe('drift');
    expect(older.suggestion).toEqual({
      command: 'xgflow retrain sweep.yaml --data older.csv',
      quiet_until: null,
    });

    // Once more: the same run, and no second suggestion within the cool-down.
    const again = await drift(11, ...watch);
    expect(again.run_id).toBe(older.run_id);
    expect(again.suggestion?.command).toBeNull();
    expect(Date.parse(again.suggestion?.quiet_until ?? '')).toBeGreaterThan(Date.now());

    await expectRecorded(older.run_id ?? '', name, path.join(directory, 'drift.html'));

    const retrained = await xgflowJson<{
      registration: { version: string; gate: { promoted: boolean; outcome: string } };
    }>(['retrain', 'sweep.yaml', '--data', 'older.csv', '--name', name, '--log-trials', '0'], {
      ...at,
    });
    expect(retrained.registration.version).toBe('2');
    expect(retrained.registration.gate.promoted).toBe(true);
    // Compared with what the new champion was trained on, older people are nothing new.
    await drift(0, '--current', 'older.csv');
  });
}, 180_000);

/** The run in MLflow, and the report as a browser shows it. */
async function expectRecorded(runId: string, model: string, file: string): Promise<void> {
  const client = new MlflowClient({ trackingUri: trackingUri() });
  const run = await client.runs.get(runId);
  expect(run.info.status).toBe('FINISHED');
  expect(tagsOf(run)).toMatchObject({
    'xgflow.role': 'drift',
    'xgflow.drift_status': 'drift',
    'xgflow.model_name': model,
    'xgflow.model_version': '1',
  });
  expect(paramsOf(run)).toMatchObject({ current: 'older.csv', labels: 'claim' });
  const metrics = metricsOf(run);
  expect(metrics['psi.age']).toBeGreaterThan(0.25);
  expect(metrics).toMatchObject({ 'drift.rows': 1000, 'drift.columns_drift': 1 });
  const stored = await client.artifacts.readText(run.info.artifact_uri, 'drift/report.html');
  expect(stored).toBe(await readFile(file, 'utf8'));

  await using browser = await Browser.start();
  await browser.visit(`file://${file}`, 'drift-report', async (page) => {
    expect(await page.locator('h1 .badge').innerText()).toBe('drift');
    expect(await page.locator('.findings').innerText()).toMatch(/age: mean 5\d\.\d+, was 4\d\.\d+/);
    const first = page.locator('section', { hasText: 'Features' }).locator('tbody tr').first();
    expect(await first.innerText()).toMatch(/^age/);
    await first.locator('summary').click();
    expect(await first.locator('.bins').innerText()).toContain('> ');
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
    }
  });
}

test('a model without a profile says so, and takes a file as its reference', async () => {
  await withPeople(freshName('drift-local'), async (directory) => {
    const at = { cwd: directory };
    const { directory: sweep } = await xgflowJson<{ directory: string }>(
      ['sweep', 'sweep.yaml', '--no-tracking'],
      at,
    );
    const model = path.join(sweep, 'default', 'model');
    await rm(path.join(model, 'xgflow', 'profile.json'));
    const watch = ['drift', '--model', model, '--current', 'same.csv', '--labels', 'claim'];
    const { stderr } = await xgflow(watch, { ...at, code: 3 });
    expect(stderr.trim().split('\n').at(-1)).toMatch(
      /no reference profile .* · give the training table with --reference FILE, or train it again/,
    );
    const { stdout } = await xgflow([...watch, '--reference', 'train.csv'], at);
    expect(stdout).toContain('No drift: 1000 rows against 1500');
    expect(stdout).toContain('Not recorded: a local model belongs to no experiment');
  });
}, 120_000);
