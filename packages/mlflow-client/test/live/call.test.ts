import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { liveClient, unique } from './live-client.ts';

const client = liveClient();
let experimentId: string;
beforeAll(async () => {
  experimentId = (await client.experiments.ensure(unique('call'))).experiment_id;
}, 30_000);
afterAll(() => client.close());

test('artifact bytes go up, come down and are deleted', async () => {
  const path = '/api/2.0/mlflow-artifacts/artifacts/{artifact_path}';
  const where = { path: { artifact_path: `${experimentId}/ünï code/a.bin` } };
  const bytes = new Uint8Array([0, 255, 13, 10]);
  await client.call('PUT', path, { ...where, body: bytes });
  expect([...(await client.call('GET', path, where))]).toEqual([...bytes]);
  const listing = await client.call('GET', '/api/2.0/mlflow-artifacts/artifacts', {
    query: { path: `${experimentId}/ünï code` },
  });
  expect(listing.files).toEqual([{ path: 'a.bin', is_dir: false, file_size: 4 }]);
  await client.call('DELETE', path, where);
  await expect(client.call('GET', path, where)).rejects.toMatchObject({ status: 404 });
});

test('repeated query keys: the sampled history of several runs in one request', async () => {
  const runs = await Promise.all([1, 2].map(() => client.runs.create({ experimentId })));
  const ids = runs.map((run) => run.info.run_id);
  for (const id of ids) await client.runs.logMetric(id, { key: 'm', value: NaN, step: 7 });
  const answer = await client.call('GET', '/api/2.0/mlflow/metrics/get-history-bulk-interval', {
    query: { run_ids: ids, metric_key: 'm', max_results: 10 },
  });
  expect(
    answer.metrics?.map((metric) => [metric.run_id, metric.value, metric.step]).sort(),
  ).toEqual(ids.map((id) => [id, 'NaN', 7]).sort());
});

test('the one row whose declared route does not exist is called on the route that works', async () => {
  const run = await client.runs.create({ experimentId });
  const source = { uri: 'a.csv' };
  await client.runs.logInputs(run.info.run_id, [
    { name: 'claims', digest: 'd', sourceType: 'local', source, context: 'training' },
  ]);
  const answer = await client.call('POST', '/ajax-api/2.0/mlflow/experiments/search-datasets', {
    body: { experiment_ids: [experimentId] },
  });
  expect(answer.dataset_summaries).toEqual([
    { experiment_id: experimentId, name: 'claims', digest: 'd', context: 'training' },
  ]);
});

test('a DELETE carries its body, a PATCH changes what it names', async () => {
  const name = unique('patched');
  await client.registeredModels.ensure(name);
  const body = { name, description: 'changed' };
  const answer = await client.call('PATCH', '/api/2.0/mlflow/registered-models/update', { body });
  expect(answer.registered_model.description).toBe('changed');
  await client.call('DELETE', '/api/2.0/mlflow/registered-models/delete', { body: { name } });
  await expect(client.registeredModels.get(name)).rejects.toMatchObject({ status: 404 });
});
