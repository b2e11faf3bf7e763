import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { collect } from '../../src/call/collect.ts';
import type { RunBatch } from '../../src/resources/run-batch.ts';
import { metricsOf, paramsOf, tagsOf } from '../../src/resources/run.ts';
import { liveClient, unique } from './live-client.ts';

const client = liveClient();
let experimentId: string;
const newRun = async () => (await client.runs.create({ experimentId })).info.run_id;
beforeAll(async () => {
  experimentId = (await client.experiments.ensure(unique('runs'))).experiment_id;
}, 30_000);
afterAll(() => client.close());

describe('runs', () => {
  test('a new run has empty lists, no missing keys', async () => {
    const run = await client.runs.create({
      experimentId,
      runName: 'first',
      startTime: 1_700_000_000_000,
      tags: { a: 'b' },
    });
    expect(run.info).toMatchObject({
      run_name: 'first',
      start_time: 1_700_000_000_000,
      status: 'RUNNING',
    });
    expect(run.data.metrics).toEqual([]);
    expect(run.data.params).toEqual([]);
    expect(run.inputs).toEqual({ dataset_inputs: [], model_inputs: [] });
    expect(run.outputs).toEqual({ model_outputs: [] });
    expect(tagsOf(run)).toMatchObject({
      a: 'b',
      'xgflow.create_key': expect.any(String),
    });
  });

  test('with an idempotency key two creates are one run', async () => {
    const idempotencyKey = unique('key');
    const [first, second] = [
      await client.runs.create({ experimentId, idempotencyKey }),
      await client.runs.create({ experimentId, idempotencyKey }),
    ];
    expect(second.info.run_id).toBe(first.info.run_id);
  });

  test('more than one request holds is cut to the limits and nothing is lost', async () => {
    const runId = await newRun();
    const params = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`p${i}`, i]));
    const tags = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`t${i}`, `v${i}`]));
    const metrics = Array.from({ length: 2100 }, (_, step) => ({
      key: 'loss',
      value: step / 7,
      step,
    }));
    await client.runs.logBatch(runId, { params, tags, metrics });
    const run = await client.runs.get(runId);
    expect(paramsOf(run)).toEqual(
      Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])),
    );
    expect(tagsOf(run)).toMatchObject(tags);
    const history = await collect(client.metrics.history(runId, 'loss'));
    expect(history.map((point) => [point.step, point.value])).toEqual(
      metrics.map((point) => [point.step, point.value]),
    );
  }, 30_000);

  test('the same batch sent twice leaves every point once', async () => {
    const runId = await newRun();
    const batch = {
      metrics: [
        { key: 'a', value: NaN, timestamp: 5, step: 1 },
        { key: 'a', value: 0.25, timestamp: 6, step: 2 },
      ],
    };
    await client.runs.logBatch(runId, batch);
    await client.runs.logBatch(runId, batch);
    expect(await collect(client.metrics.history(runId, 'a'))).toHaveLength(2);
  });

  test.each([
    [NaN, NaN],
    [Infinity, Number.MAX_VALUE],
    [-Infinity, -Number.MAX_VALUE],
    [-0, 0],
    [5e-324, 5e-324],
    [0.1 + 0.2, 0.30000000000000004],
    [2 ** 53, 2 ** 53],
    [1e21, 1e21],
  ])('the metric value %p is read back as %p', async (value, expected) => {
    const runId = await newRun();
    await client.runs.logMetric(runId, { key: 'm', value, step: -3, timestamp: 7 });
    expect(metricsOf(await client.runs.get(runId))).toEqual({ m: expected });
    const [point] = await collect(client.metrics.history(runId, 'm'));
    expect(point).toMatchObject({ value: expected, step: -3, timestamp: 7 });
  });

  test.each([
    ['a fractional timestamp', { metrics: [{ key: 'm', value: 1, timestamp: 1.5 }] }],
    ['a fractional step', { metrics: [{ key: 'm', value: 1, step: 0.5 }] }],
    ['a param of 6001 characters', { params: { long: 'x'.repeat(6001) } }],
    ['a key that the server refuses', { tags: { 'a#b': 'x' } }],
  ] satisfies [string, RunBatch][])(
    '%s is refused before anything of the batch is sent',
    async (_, wrong: RunBatch) => {
      const runId = await newRun();
      await expect(
        client.runs.logBatch(runId, {
          tags: { before: 'x' },
          ...wrong,
          params: { ok: 1, ...wrong.params },
        }),
      ).rejects.toMatchObject({ name: 'EncodingError' });
      expect(paramsOf(await client.runs.get(runId))).toEqual({});
    },
  );

  test('a clashing param names itself and costs no metric of the same call', async () => {
    const runId = await newRun();
    await client.runs.logParams(runId, { depth: 6, eta: 0.1 });
    await client.runs.logParams(runId, { depth: 6, eta: 0.1 });
    const clash = client.runs.logBatch(runId, {
      params: { depth: 7 },
      metrics: [{ key: 'f1', value: 0.5 }],
    });
    await expect(clash).rejects.toMatchObject({
      name: 'ParamConflictError',
      conflicts: [{ key: 'depth', oldValue: '6', newValue: '7' }],
    });
    const run = await client.runs.get(runId);
    expect([paramsOf(run).depth, metricsOf(run).f1]).toEqual(['6', 0.5]);
  });

  test('inputs and outputs logged twice are there once', async () => {
    const runId = await newRun();
    const dataset = {
      name: 'claims',
      digest: 'd1',
      sourceType: 'local',
      source: { uri: 'claims.csv' },
      context: 'training',
    };
    const made = await Promise.all(
      [1, 2].map((n) =>
        client.loggedModels.create({ experimentId, name: `m${n}`, sourceRunId: runId }),
      ),
    );
    const [first, second] = made.map((model) => ({ modelId: model.info.model_id, step: 4 }));
    await client.runs.logInputs(runId, [dataset]);
    await client.runs.logInputs(runId, [dataset]);
    await client.runs.logOutputs(runId, [first!]);
    await client.runs.logOutputs(runId, [first!, second!]);
    const run = await client.runs.get(runId);
    expect(run.inputs.dataset_inputs).toEqual([
      {
        tags: [{ key: 'mlflow.data.context', value: 'training' }],
        dataset: {
          name: 'claims',
          digest: 'd1',
          source_type: 'local',
          source: '{"uri":"claims.csv"}',
        },
      },
    ]);
    expect(run.outputs.model_outputs.map((output) => output.model_id).sort()).toEqual(
      made.map((model) => model.info.model_id).sort(),
    );
  });

  test('ending, deleting, restoring, tags', async () => {
    const runId = await newRun();
    const before = Date.now();
    const info = await client.runs.update(runId, { status: 'FAILED', runName: 'new name' });
    expect(info).toMatchObject({ status: 'FAILED', run_name: 'new name' });
    expect(info.end_time).toBeGreaterThanOrEqual(before);
    await client.runs.setTags(runId, { one: '1', two: "a 'b' c" });
    await client.runs.deleteTag(runId, 'one');
    expect(tagsOf(await client.runs.get(runId))).toMatchObject({ two: "a 'b' c" });
    expect(tagsOf(await client.runs.get(runId))).not.toHaveProperty('one');
    await client.runs.delete(runId);
    const ids = async (view: 'ACTIVE_ONLY' | 'DELETED_ONLY') =>
      (await collect(client.runs.search({ experimentIds: [experimentId], view }))).map(
        (run) => run.info.run_id,
      );
    expect(await ids('DELETED_ONLY')).toContain(runId);
    await client.runs.restore(runId);
    expect(await ids('ACTIVE_ONLY')).toContain(runId);
    await expect(client.runs.deleteTag(runId, 'one')).rejects.toMatchObject({
      name: 'ResourceNotFoundError',
    });
  });
});
