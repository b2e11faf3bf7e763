import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { driftOfOlder } from './support/drift.ts';
import { python } from './support/python.ts';
import type { SweepAnswer, VariantAnswer } from './support/sweep-answer.ts';
import { copyClaims, freshName } from './support/workspace.ts';
import { trackingUri, xgflow, xgflowJson } from './support/xgflow.ts';

const client = new MlflowClient({ trackingUri: trackingUri() });
const experiment = freshName('ensembles');
const names = ['mean', 'blend', 'stack'] as const;
const methods = { mean: 'average', blend: 'weighted', stack: 'stacked' } as const;

/** In place of the example's variants: two that differ, and the ensembles of both. */
const sections = `
variants:
  original: {}
  calibrated:
    search: { seed: 5 }
    calibration: { method: platt }
threshold: { by: f1 }
ensembles:
  mean: {}
  blend: { method: weighted }
  stack: { of: [original, calibrated], method: stacked }
`;

let directory: string;
let sweep: SweepAnswer;

async function runSweep(): Promise<SweepAnswer> {
  const command = ['sweep', 'sweep.yaml', '--trials', '1', '--log-trials', '0'];
  return xgflowJson<SweepAnswer>([...command, '--experiment', experiment], { cwd: directory });
}

const runOf = (name: string): VariantAnswer =>
  sweep.variants.find((variant) => variant.name === name)!;

beforeAll(async () => {
  directory = await copyClaims({ small: true });
  const file = path.join(directory, 'sweep.yaml');
  const [text = ''] = (await readFile(file, 'utf8')).split('\nvariants:');
  await writeFile(file, text + sections);
  sweep = await runSweep();
}, 180_000);

afterAll(() => rm(directory, { recursive: true, force: true }));

describe('ensembles of a sweep', () => {
  test('are recorded like variants: metrics of every part with intervals, params, a model', async () => {
    expect(sweep.variants.map(({ name }) => name)).toEqual(['original', 'calibrated', ...names]);
    for (const name of names) {
      const { metrics, run_id: runId, status } = runOf(name);
      expect(status).toBe('finished');
      expect(Object.keys(metrics).toSorted()).toEqual(
        Object.keys(runOf('original').metrics).toSorted(),
      );
      const { info, data } = await client.runs.get(runId);
      expect(info.status).toBe('FINISHED');
      const params = Object.fromEntries(data.params.map(({ key, value }) => [key, value]));
      expect(params).toMatchObject({
        'ensemble.method': methods[name],
        'ensemble.of': 'original,calibrated',
      });
      const files = await client.artifacts.list(info.artifact_uri, '');
      expect(files.map((file) => file.path)).toEqual([
        ...['oof.csv', 'pictures', 'split.csv', 'sweep.json', 'tables'],
      ]);
      const pictures = await client.artifacts.list(info.artifact_uri, 'pictures');
      // Those of scores, and none of a fit.
      expect(pictures.map((file) => file.path.replace(/^pictures\//, ''))).toEqual(
        ['calibration', 'confusion-matrix', 'gain-and-lift', 'precision-recall-curve']
          .concat('roc-curve', 'threshold')
          .flatMap((picture) => [`${picture}.png`, `${picture}.svg`]),
      );
    }
    const log = (name: string): number => runOf(name).metrics.cv_log_loss!;
    expect(log('blend')).toBeLessThan(Math.max(log('original'), log('calibrated')));
  }, 60_000);

  test('score the same in Python, on all rows, to the last bit, with the same labels', async () => {
    const claims = path.join(directory, 'claims.csv');
    const uris = names.map((name) => `runs:/${runOf(name).run_id}/model`);
    const theirs = await python<Record<string, { bits: number[]; labels: number[] }>>(
      'serve_models.py',
      [claims, ...uris],
    );
    for (const uri of uris) {
      const output = path.join(directory, `scores-${uris.indexOf(uri)}.csv`);
      await xgflow(['predict', '--model', uri, '--input', claims, '--output', output]);
      const rows = (await readFile(output, 'utf8')).trimEnd().split('\n').slice(1);
      const cells = rows.map((row) => row.split(','));
      const scores = Float32Array.from(cells, ([, score]) => Number(score));
      expect(scores).toHaveLength(1500);
      expect([...new Uint32Array(scores.buffer)]).toEqual(theirs[uri]!.bits);
      expect(cells.map(([, , label]) => Number(label))).toEqual(theirs[uri]!.labels);
    }
  }, 120_000);

  test('stand in the report with what ties, and with a verdict each that compares them on the same test rows', async () => {
    const output = path.join(directory, 'report.html');
    const words = ['report', '--experiment', experiment, '--sort', 'roc_auc', '--output', output];
    const answer = await xgflowJson<{
      readonly best_variant: string;
      readonly ensembles: readonly {
        name: string;
        than: string;
        gain: number;
        interval: number[];
      }[];
    }>(words);
    expect(answer.ensembles.map(({ name }) => name).toSorted()).toEqual([...names].toSorted());
    const page = await readFile(output, 'utf8');
    expect(page).toContain('Do the ensembles earn their place?');
    const auc = (name: string): number => runOf(name).metrics.test_roc_auc!;
    for (const { name, than, gain, interval } of answer.ensembles) {
      expect(gain).toBeCloseTo(auc(name) - auc(than), 12);
      expect(interval[0]).toBeLessThanOrEqual(gain);
      expect(interval[1]).toBeGreaterThanOrEqual(gain);
      // Much narrower than the two intervals beside each other, because the resamples are the same.
      const [low, high] = ['low', 'high'].map(
        (end) => runOf(name).metrics[`test_roc_auc_ci_${end}`]!,
      );
      expect(interval[1]! - interval[0]!).toBeLessThan((high! - low!) / 2);
    }
  }, 60_000);

  test('are watched for drift as one model', async () => {
    const uri = `runs:/${runOf('blend').run_id}/model`;
    const watched = { labels: 'claim_status', years: 25 };
    const { same, older } = await driftOfOlder(uri, path.join(directory, 'claims.csv'), watched);
    expect(same.predictions).toMatchObject([{ name: 'probability', severity: 'ok' }]);
    expect(same.metric?.severity).toBe('ok');
    expect(older.columns.filter(({ severity }) => severity === 'drift')).toMatchObject([
      { name: 'age' },
    ]);
  }, 60_000);

  test('are compared and can be the best; they are not reproduced by themselves', async () => {
    const compared = await xgflowJson<{ variants: { variant: string }[] }>([
      'compare',
      '--experiment',
      experiment,
    ]);
    expect(compared.variants.map(({ variant }) => variant)).toEqual(
      expect.arrayContaining([...names]),
    );
    const best = await xgflowJson<{ variant: string }>([
      'register',
      '--best',
      'cv_log_loss',
      '--experiment',
      experiment,
      '--dry-run',
    ]);
    const logs = sweep.variants.map(({ metrics }) => metrics.cv_log_loss!);
    expect(best.variant).toBe(sweep.variants[logs.indexOf(Math.min(...logs))]!.name);
    const { stderr } = await xgflow(['reproduce', runOf('blend').run_id], { code: 3 });
    expect(stderr).toMatch(/^✗ run \w+ is an ensemble, [^\n]+ · reproduce those\n$/);
  }, 60_000);

  test('of an interrupted sweep are made of what the finished variants left on the server', async () => {
    // As a process that was killed after the variants leaves it.
    for (const name of names) await client.runs.delete(runOf(name).run_id);
    await client.runs.setTag(sweep.run_id, 'xgflow.state', 'open');
    const again = await runSweep();
    expect(again.run_id).toBe(sweep.run_id);
    for (const { name, status, run_id: runId, metrics } of again.variants) {
      const isEnsemble = (names as readonly string[]).includes(name);
      expect(status).toBe(isEnsemble ? 'finished' : 'kept');
      if (isEnsemble) expect(runId).not.toBe(runOf(name).run_id);
      // What is kept is read from its run, which has the ends of its curves too.
      expect(metrics).toMatchObject(runOf(name).metrics);
    }
  }, 120_000);
});
