import { expect, test } from '@jest/globals';
import { metricsOf, MlflowClient, tagsOf } from '@xgflow/mlflow-client';
import { logDrift } from '../../src/drift/log-drift.ts';
import { MadeUpReference, type MadeUpColumn } from '../drift/support/made-up.ts';
import { Draws } from '../drift/support/random.ts';

const trackingUri = process.env.XGFLOW_TEST_MLFLOW_URI ?? '';
if (trackingUri === '') {
  throw new Error('XGFLOW_TEST_MLFLOW_URI is not set: these tests need a real server');
}
const client = new MlflowClient({ trackingUri });

test('columns of any name, and more of them than get a chart, are one finished run', async () => {
  const odd = ['a/b', 'a:b', 'share (%)', 'x'.repeat(300), 'Größe', 'probability'];
  const many = Array.from({ length: 495 }, (_, at) => `n${at}`);
  const columns = [...odd, ...many].map((name): MadeUpColumn => ({
    name,
    draw: (d) => d.normal(),
  }));
  const report = new MadeUpReference(columns, 60, new Draws(1)).look(40, new Draws(2));
  const name = `log-drift-${process.pid}-${Date.now().toString(36)}`;
  const experimentId = await client.experiments.create(name);
  const options = {
    client,
    experimentId,
    report,
    html: '<p>report</p>',
    json: { status: report.status },
    runName: name,
    tags: {},
    params: {},
    contentKey: name,
  };
  const { runId } = await logDrift(options);
  expect((await logDrift(options)).runId).toBe(runId);
  const run = await client.runs.get(runId);
  expect(run.info.status).toBe('FINISHED');
  const metrics = metricsOf(run);
  const charted = Object.keys(metrics).filter((key) => key.startsWith('psi.'));
  expect(charted).toHaveLength(500);
  expect(metrics).toMatchObject({
    'drift.columns': 501,
    'psi.share ___': report.columns[2]?.psi,
    'psi.Größe': report.columns[4]?.psi,
    'psi.probability': report.columns[5]?.psi,
  });
  expect(tagsOf(run)['mlflow.note.content']).toBe(
    'PSI of the first 500 of 501 columns; all are in drift/report.html.',
  );
  await client.experiments.delete(experimentId);
}, 60_000);
