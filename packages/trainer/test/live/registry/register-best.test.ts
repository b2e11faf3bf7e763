import { afterAll, expect, test } from '@jest/globals';
import { collect, MlflowClient, where } from '@xgflow/mlflow-client';
import { metricKey } from '../../../src/record/metric-key.ts';
import { readSweeps } from '../../../src/record/read-sweeps.ts';
import { registerBest } from '../../../src/registry/register-best.ts';
import { finishedVariant, withFolder, writeTable } from '../support/finished-variant.ts';

const trackingUri = process.env.XGFLOW_TEST_MLFLOW_URI;
if (!trackingUri)
  throw new Error('XGFLOW_TEST_MLFLOW_URI is not set · the live tests need a server');

const client = new MlflowClient({ trackingUri });
afterAll(() => {
  client.close();
});

test('five registrations at the same time make one version, and the alias points at it', async () => {
  const name = `at-once-${process.pid}-${Date.now()}`;
  const { experiment_id: id } = await client.experiments.ensure(name);
  await withFolder(async (folder) => {
    await writeTable(folder);
    await finishedVariant(client, { experimentId: id, folder, sweepId: 's' }, { wrong: 0 });
  });
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
