import { afterAll, expect, test } from '@jest/globals';
import { collect, MlflowClient, where } from '@xgflow/mlflow-client';
import { metricKey } from '../../../src/record/metric-key.ts';
import { runTags } from '../../../src/record/run-tags.ts';
import { readSweeps } from '../../../src/record/sweeps.ts';
import { registerBest } from '../../../src/registry/register-best.ts';

const trackingUri = process.env.XGFLOW_TEST_MLFLOW_URI;
if (!trackingUri)
  throw new Error('XGFLOW_TEST_MLFLOW_URI is not set · the live tests need a server');

const client = new MlflowClient({ trackingUri });
afterAll(() => {
  client.close();
});

/** A finished sweep of one variant with a model, as far as a registration looks at it. */
async function finishedSweep(experimentId: string): Promise<void> {
  const own = { [runTags.sweepId]: 's' };
  const state = { [runTags.role]: 'sweep', [runTags.state]: 'finished' };
  await client.runs.create({ experimentId, tags: { ...own, ...state } });
  const { info } = await client.runs.create({
    experimentId,
    tags: { ...own, [runTags.role]: 'variant' },
  });
  const runId = info.run_id;
  const model = await client.loggedModels.create({
    experimentId,
    name: 'model',
    sourceRunId: runId,
  });
  const modelId = model.info.model_id;
  await client.loggedModels.finalize(modelId, 'READY');
  await client.runs.logBatch(runId, {
    metrics: [{ key: 'test_f1', value: 0.5 }],
    tags: { [runTags.modelId]: modelId },
  });
  await client.runs.update(runId, { status: 'FINISHED' });
}

test('five registrations at the same time make one version, and the alias points at it', async () => {
  const name = `at-once-${process.pid}-${Date.now()}`;
  const { experiment_id: id } = await client.experiments.ensure(name);
  await finishedSweep(id);
  const selection = await readSweeps(client, { experiment: name });
  const options = { selection, metric: metricKey('f1'), name };
  const done = await Promise.all(Array.from({ length: 5 }, () => registerBest(client, options)));
  const filter = where.field('name').eq(name);
  const versions = await collect(client.modelVersions.search({ filter }));
  expect(versions.map(({ version }) => version)).toEqual(['1']);
  expect(new Set(done.map(({ version }) => version))).toEqual(new Set(['1']));
  expect(done.filter(({ existed }) => !existed)).toHaveLength(1);
  expect((await client.modelVersions.getByAlias(name, 'champion'))?.version).toBe('1');
}, 60_000);
