import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { collect } from '../../src/call/collect.ts';
import { metricsOf, paramsOf, tagsOf } from '../../src/resources/run.ts';
import { answering, BASE, recorded, recordedClient } from './recorded-server.ts';

const API = '/api/2.0/mlflow';
const server = setupServer();
const client = recordedClient();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => {
  client.close();
  server.close();
});

describe('experiments.ensure', () => {
  const id = recorded('experiment created').experiment_id;

  test('loses the race for the name and takes the winner', async () => {
    server.use(
      answering('get', `${API}/experiments/get-by-name`, 'experiment absent', 'experiment'),
      answering('post', `${API}/experiments/create`, 'experiment taken'),
    );
    expect(await client.experiments.ensure('x')).toMatchObject({ experiment_id: id, tags: [] });
  });

  test('finds the name deleted, before or after the race', async () => {
    server.use(answering('get', `${API}/experiments/get-by-name`, 'deleted experiment'));
    await expect(client.experiments.ensure('x')).rejects.toMatchObject({
      name: 'ExperimentDeletedError',
      experimentId: id,
    });
    server.use(
      answering('get', `${API}/experiments/get-by-name`, 'experiment absent', 'deleted experiment'),
      answering('post', `${API}/experiments/create`, 'experiment taken'),
    );
    await expect(client.experiments.ensure('x')).rejects.toMatchObject({
      name: 'ExperimentDeletedError',
      experimentId: id,
    });
  });

  test('a refusal that is no race is passed on', async () => {
    server.use(
      answering('get', `${API}/experiments/get-by-name`, 'experiment absent'),
      answering('post', `${API}/experiments/create`, 'param clash'),
    );
    await expect(client.experiments.ensure('x')).rejects.toMatchObject({
      name: 'ParamConflictError',
    });
  });
});

describe('runs', () => {
  test('are decoded: lists always there, NaN, steps beyond 2^53 exact', async () => {
    server.use(answering('get', `${API}/runs/get`, 'run'));
    const run = await client.runs.get('r');
    expect(metricsOf(run)).toEqual({ m: 0.5, far: Number.MAX_VALUE });
    expect(run.data.metrics[1]?.step).toBe(2n ** 60n);
    expect(paramsOf(run)).toEqual({ depth: '6' });
    expect(tagsOf(run)).toEqual({ 'mlflow.runName': 'r', 'a b': '' });
    expect([run.inputs, run.outputs]).toEqual([
      { dataset_inputs: [], model_inputs: [] },
      { model_outputs: [] },
    ]);
  });

  test('none found is an answer without runs', async () => {
    server.use(answering('post', `${API}/runs/search`, 'no runs'));
    expect(await collect(client.runs.search({ experimentIds: ['1'] }))).toEqual([]);
  });

  test('search sends what was asked for and follows the pages', async () => {
    const bodies: unknown[] = [];
    const { run } = recorded('run created') as { run: { info: object } };
    const numbered = (run_id: string) => ({ ...run, info: { ...run.info, run_id } });
    server.use(
      http.post(`${BASE}${API}/runs/search`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(
          bodies.length === 1
            ? { runs: [numbered('a'), numbered('b')], next_page_token: 't' }
            : { runs: [numbered('b'), numbered('c')] },
        );
      }),
    );
    const found = client.runs.search({
      experimentIds: ['1', '2'],
      filter: 'tags.a = "b"',
      orderBy: ['metrics.f1 DESC'],
      view: 'ALL',
    });
    expect((await collect(found)).map((one) => one.info.run_id)).toEqual(['a', 'b', 'c']);
    const first = {
      experiment_ids: ['1', '2'],
      filter: 'tags.a = "b"',
      order_by: ['metrics.f1 DESC'],
      run_view_type: 'ALL',
      max_results: 1000,
    };
    expect(bodies).toEqual([first, { ...first, page_token: 't' }]);
  });

  test('the metric history goes over all pages', async () => {
    server.use(answering('get', `${API}/metrics/get-history`, 'history page 1', 'history page 2'));
    const points = await collect(client.metrics.history('r', 'm'));
    expect(points.map((point) => [point.step, point.value])).toEqual([
      [0, 0],
      [1, NaN],
      [2, 0.5],
    ]);
  });

  test('one batch has one timestamp, the same in every resend', async () => {
    const bodies: string[] = [];
    server.use(
      http.post(`${BASE}${API}/runs/log-batch`, async ({ request }) => {
        bodies.push(await request.text());
        return bodies.length === 1
          ? new HttpResponse('busy', { status: 429, headers: { 'retry-after': '0' } })
          : HttpResponse.json({});
      }),
    );
    await client.runs.logMetrics('r', { a: 1, b: NaN }, { step: 3 });
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toBe(bodies[0]);
    const { metrics } = JSON.parse(bodies[0]!) as { metrics: { timestamp: number }[] };
    expect(metrics).toEqual([
      { key: 'a', value: 1, step: 3, timestamp: metrics[0]?.timestamp },
      { key: 'b', value: 'NaN', step: 3, timestamp: metrics[0]?.timestamp },
    ]);
  });
});

describe('registry', () => {
  test('registeredModels.ensure takes the model that another process made first', async () => {
    const model = recorded('registered model');
    let reads = 0;
    server.use(
      http.get(`${BASE}${API}/registered-models/get`, () => {
        reads += 1;
        return reads === 1
          ? HttpResponse.json(recorded('alias of absent model'), { status: 404 })
          : HttpResponse.json(model);
      }),
      answering('post', `${API}/registered-models/create`, 'registered model taken'),
    );
    expect(await client.registeredModels.ensure('x')).toMatchObject({
      tags: [],
      aliases: [],
      latest_versions: [],
    });
  });

  test('an alias that is not set is null, one of a model that is not there an error', async () => {
    server.use(
      answering('get', `${API}/registered-models/alias`, 'alias absent', 'alias of absent model'),
    );
    expect(await client.modelVersions.getByAlias('x', 'champion')).toBeNull();
    await expect(client.modelVersions.getByAlias('x', 'champion')).rejects.toMatchObject({
      name: 'ResourceNotFoundError',
    });
  });

  test('a version is waited for until it is READY; one that failed is an error', async () => {
    const { model_version } = recorded('model version') as { model_version: object };
    const withStatus = (status: string) =>
      HttpResponse.json({ model_version: { ...model_version, status, status_message: 'no disk' } });
    let sent: Record<string, unknown> = {};
    let reads = 0;
    server.use(
      http.post(`${BASE}${API}/model-versions/create`, async ({ request }) => {
        sent = (await request.json()) as typeof sent;
        return withStatus('PENDING_REGISTRATION');
      }),
      http.get(`${BASE}${API}/model-versions/get`, () => {
        reads += 1;
        return withStatus(
          ['PENDING_REGISTRATION', 'READY', 'FAILED_REGISTRATION'][reads - 1] ?? '',
        );
      }),
    );
    const modelId = `m-${'0'.repeat(32)}`;
    const version = await client.modelVersions.create({ name: 'x', source: `models:/${modelId}` });
    expect([version.status, reads]).toEqual(['READY', 2]);
    expect(sent).toMatchObject({ model_id: modelId, tags: [{ key: 'xgflow.create_key' }] });
    await expect(client.modelVersions.create({ name: 'x', source: 's' })).rejects.toThrow(
      'is FAILED_REGISTRATION: no disk',
    );
  });
});

test('server: its clock, where it tells it', async () => {
  const dates = ['Thu, 26 Nov 2026 21:16:10 GMT', 'soon', undefined];
  server.use(
    http.get(`${BASE}/health`, () => {
      const date = dates.shift();
      return new HttpResponse('OK', { headers: date === undefined ? {} : { date } });
    }),
  );
  expect(await client.server.time()).toEqual(new Date('2026-11-26T21:16:10Z'));
  expect(await client.server.time()).toBeUndefined();
  expect(await client.server.time()).toBeUndefined();
});

test('server: version, info, and an old server that has no info', async () => {
  server.use(
    answering('get', '/version', 'version'),
    answering('get', '/api/3.0/mlflow/server-info', 'server info', 'route absent'),
  );
  expect(await client.server.version()).toBe('3.17.2');
  expect(await client.server.info()).toMatchObject({ store_type: 'SqlStore' });
  await expect(client.server.info()).rejects.toMatchObject({ name: 'EndpointNotFoundError' });
});
