import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { collect } from '../../src/call/collect.ts';
import { MlflowClient } from '../../src/client.ts';
import { where } from '../../src/search/filter.ts';
import { cuttingProxy } from './cutting-proxy.ts';
import { liveClient, liveUri, unique } from './live-client.ts';

const direct = liveClient();
let experimentId: string;
beforeAll(async () => {
  experimentId = (await direct.experiments.ensure(unique('lost'))).experiment_id;
}, 30_000);
afterAll(() => direct.close());

/** Run `work` on a client whose answers to `row` are lost the first `times` times; returns how often `row` reached the server. */
async function losing<T>(row: string, times: number, work: (client: MlflowClient) => Promise<T>) {
  const proxy = await cuttingProxy(liveUri(), (seen, nth) => seen === row && nth <= times);
  const client = new MlflowClient({ trackingUri: proxy.uri });
  try {
    const result = await work(client);
    return { result, sent: proxy.passed.filter((one) => one === row).length };
  } finally {
    client.close();
    await proxy.close();
  }
}

const runsNamed = (name: string) =>
  collect(
    direct.runs.search({
      experimentIds: [experimentId],
      view: 'ALL',
      filter: where.attribute('run_name').eq(name),
    }),
  );

describe('when the answer of a create is lost', () => {
  test('there is one run, and the caller gets it', async () => {
    const runName = unique('run');
    const { result, sent } = await losing('POST /api/2.0/mlflow/runs/create', 1, (client) =>
      client.runs.create({ experimentId, runName }),
    );
    expect(sent).toBe(1);
    expect((await runsNamed(runName)).map((run) => run.info.run_id)).toEqual([result.info.run_id]);
  }, 30_000);

  test('there is one model version', async () => {
    const name = unique('model');
    const run = await direct.runs.create({ experimentId });
    await direct.registeredModels.ensure(name);
    const version = { name, source: `${run.info.artifact_uri}/model`, runId: run.info.run_id };
    const { result, sent } = await losing(
      'POST /api/2.0/mlflow/model-versions/create',
      1,
      (client) => client.modelVersions.create(version),
    );
    expect(sent).toBe(1);
    expect(result.version).toBe('1');
    expect(
      await collect(direct.modelVersions.search({ filter: where.field('name').eq(name) })),
    ).toHaveLength(1);
  }, 30_000);

  test('there is one logged model, one experiment, one registered model', async () => {
    const name = unique('thing');
    const model = await losing('POST /api/2.0/mlflow/logged-models', 1, (client) =>
      client.loggedModels.create({ experimentId, name }),
    );
    const models = await collect(
      direct.loggedModels.search({
        experimentIds: [experimentId],
        filter: where.field('name').eq(name),
      }),
    );
    expect(models.map((one) => one.info.model_id)).toEqual([model.result.info.model_id]);
    const experiment = await losing('POST /api/2.0/mlflow/experiments/create', 1, (client) =>
      client.experiments.ensure(name),
    );
    expect(experiment.result.name).toBe(name);
    const registered = await losing('POST /api/2.0/mlflow/registered-models/create', 1, (client) =>
      client.registeredModels.ensure(name),
    );
    expect(registered.result.name).toBe(name);
  }, 30_000);

  test('when the look-up cannot find it because the search is lost too, the search is repeated, not the create', async () => {
    const runName = unique('both');
    const proxy = await cuttingProxy(
      liveUri(),
      (row, nth) => nth === 1 && /runs\/(create|search)$/.test(row),
    );
    const client = new MlflowClient({ trackingUri: proxy.uri });
    const run = await client.runs.create({ experimentId, runName });
    client.close();
    await proxy.close();
    expect((await runsNamed(runName)).map((one) => one.info.run_id)).toEqual([run.info.run_id]);
  }, 30_000);
});

test('a batch whose answer is lost is sent again, and every point is there once', async () => {
  const run = await direct.runs.create({ experimentId });
  const metrics = Array.from({ length: 20 }, (_, step) => ({ key: 'm', value: step, step }));
  const batch = { params: { a: 1 }, tags: { t: 'x' }, metrics };
  const { sent } = await losing('POST /api/2.0/mlflow/runs/log-batch', 1, (client) =>
    client.runs.logBatch(run.info.run_id, batch),
  );
  expect(sent).toBe(3);
  expect(await collect(direct.metrics.history(run.info.run_id, 'm'))).toHaveLength(20);
}, 30_000);

test('params of a logged model beyond the first request, whose answer is lost, are there once', async () => {
  const params = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`p${i}`, i]));
  const proxy = await cuttingProxy(
    liveUri(),
    (row, nth) => nth === 1 && /logged-models\/m-\w+\/params$/.test(row),
  );
  const client = new MlflowClient({ trackingUri: proxy.uri });
  const model = await client.loggedModels.create({ experimentId, name: unique('many'), params });
  client.close();
  await proxy.close();
  expect(proxy.passed.filter((row) => row.endsWith('/params'))).toHaveLength(2);
  expect(model.data.params).toHaveLength(120);
}, 30_000);

test('renaming a registered model whose answer is lost succeeds', async () => {
  const name = unique('old');
  await direct.registeredModels.ensure(name);
  const row = 'POST /api/2.0/mlflow/registered-models/rename';
  const { result, sent } = await losing(row, 1, (client) =>
    client.registeredModels.rename(name, `${name} new`),
  );
  expect([sent, result.name]).toEqual([2, `${name} new`]);
}, 30_000);

test('deleting a registered model whose answer is lost succeeds', async () => {
  const name = unique('gone');
  await direct.registeredModels.ensure(name);
  const row = 'DELETE /api/2.0/mlflow/registered-models/delete';
  const { sent } = await losing(row, 1, (client) => client.registeredModels.delete(name));
  expect(sent).toBe(2);
  await expect(direct.registeredModels.get(name)).rejects.toMatchObject({
    name: 'ResourceNotFoundError',
  });
}, 30_000);
