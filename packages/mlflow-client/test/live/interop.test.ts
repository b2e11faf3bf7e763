import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { collect } from '../../src/call/collect.ts';
import { resolveModel } from '../../src/models/resolve.ts';
import { metricsOf, paramsOf, tagsOf } from '../../src/resources/run.ts';
import { contextTags } from '../../src/runs/context-tags.ts';
import { liveClient, liveUri, unique } from './live-client.ts';

const root = new URL('../../../../', import.meta.url).pathname;
const client = liveClient();
afterAll(() => client.close());

/** Run interop.py with the repository's Python. */
async function python(command: 'write' | 'read', ...args: string[]): Promise<unknown> {
  const script = new URL('interop.py', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(
    join(root, '.venv/bin/python'),
    [script, command, liveUri(), ...args],
    {
      timeout: 230_000,
    },
  );
  // mlflow prints a line for each run before our JSON.
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1)) as unknown;
}

test('Python reads what we wrote', async () => {
  const { experiment_id: experimentId } = await client.experiments.ensure(unique('interop-ours'));
  const name = unique('ours');
  const run = await client.runs.create({
    experimentId,
    runName: 'ours',
    tags: { ...(await contextTags({ user: 'ann' })), 'a b': "it's" },
  });
  const runId = run.info.run_id;
  const metrics = [NaN, Infinity, -Infinity, 0.1].map((value, step) => ({
    key: 'loss',
    value,
    step,
    timestamp: 1000 + step,
  }));
  await client.runs.logBatch(runId, {
    params: { depth: 6, rate: 1e-7, flag: false, none: null, list: [1, 'a'] },
    metrics,
  });
  await client.runs.logInputs(runId, [
    {
      name: 'claims',
      digest: 'd1',
      sourceType: 'local',
      source: { uri: 'claims.csv' },
      profile: { num_rows: 3 },
      context: 'training',
    },
  ]);
  const model = await client.loggedModels.create({
    experimentId,
    name: 'model',
    sourceRunId: runId,
    params: { a: '1' },
    tags: { kind: 'best' },
  });
  const modelId = model.info.model_id;
  await client.artifacts.uploadText(model.info.artifact_uri, 'flavors: {}\n', 'MLmodel');
  await client.loggedModels.finalize(modelId, 'READY');
  await client.runs.logOutputs(runId, [{ modelId, step: 3 }]);
  await client.registeredModels.ensure(name);
  const version = await client.modelVersions.create({
    name,
    source: `models:/${modelId}`,
    runId,
    modelId,
    description: 'd',
    tags: { digest: 'abc' },
  });
  expect(version.model_id).toBe(modelId);
  await client.registeredModels.setAlias(name, 'champion', version.version);
  await client.runs.update(runId, { status: 'FINISHED' });

  expect(await python('read', runId, name)).toEqual({
    name: 'ours',
    status: 'FINISHED',
    params: { depth: '6', rate: '1e-07', flag: 'False', none: 'None', list: "[1, 'a']" },
    metrics: { loss: '0.1' },
    history: [
      ['nan', 0, 1000],
      ['1.7976931348623157e+308', 1, 1001],
      ['-1.7976931348623157e+308', 2, 1002],
      ['0.1', 3, 1003],
    ],
    tags: { 'a b': "it's", 'mlflow.user': 'ann', 'mlflow.source.type': 'LOCAL' },
    inputs: [['claims', 'd1', '{"num_rows":3}', [['mlflow.data.context', 'training']]]],
    outputs: [[modelId, 3]],
    version: ['1', runId, 'd', 'abc'],
    model: ['model', 'READY', { a: '1' }, runId, 'best'],
    files: { MLmodel: 'flavors: {}\n' },
  });
}, 240_000);

describe('we read what Python wrote', () => {
  const name = unique('theirs');
  let written: { run_id: string; experiment_id: string; model_id: string };
  let cacheDir: string;
  beforeAll(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'xgflow-models-'));
    written = (await python('write', unique('interop-theirs'), name)) as typeof written;
  }, 240_000);
  afterAll(async () => rm(cacheDir, { recursive: true }));

  test('params, metrics, tags, inputs, outputs', async () => {
    const run = await client.runs.get(written.run_id);
    expect(run.info).toMatchObject({ run_name: "python's", status: 'FINISHED' });
    expect(paramsOf(run)).toEqual({
      depth: '6',
      rate: '0.1',
      deep: 'True',
      none: 'None',
      list: "[1, 'a']",
    });
    expect(metricsOf(run).loss).toBe(-0.25);
    expect(tagsOf(run)).toMatchObject({ 'a b': 'say "hi"', 'mlflow.source.type': 'LOCAL' });
    const history = await collect(client.metrics.history(written.run_id, 'loss'));
    expect(history.map((point) => [point.value, point.step])).toEqual([
      [NaN, 1],
      [Number.MAX_VALUE, 2],
      [-0.25, 2n ** 60n],
    ]);
    expect(run.inputs.dataset_inputs[0]).toMatchObject({
      tags: [{ key: 'mlflow.data.context', value: 'training' }],
      dataset: { name: 'claims', profile: '{"num_rows": 4, "num_elements": 8}' },
    });
    expect(run.outputs.model_outputs).toEqual([{ model_id: written.model_id, step: 0 }]);
  });

  test.each<[string, () => string, object]>([
    ['an alias', () => `models:/${name}@champion`, { name, version: '1' }],
    ['a version', () => `models:/${name}/1`, { name, version: '1' }],
    ['the latest version', () => `models:/${name}/latest`, { name, version: '1' }],
    ['a logged model', () => `models:/${written.model_id}`, {}],
    ['the logged model of a run', () => `runs:/${written.run_id}/model`, {}],
  ])(
    'a model by %s is fetched whole, once',
    async (_, uri, identity) => {
      const model = await resolveModel(client, uri(), { cacheDir });
      expect(model).toEqual({
        ...identity,
        directory: join(cacheDir, written.model_id),
        modelId: written.model_id,
        runId: written.run_id,
      });
      expect(await readdir(model.directory)).toEqual(
        expect.arrayContaining(['MLmodel', 'model.ubj', 'conda.yaml', 'requirements.txt']),
      );
      expect(await readFile(join(model.directory, 'MLmodel'), 'utf8')).toContain(
        `model_id: ${written.model_id}`,
      );
      const before = (await stat(model.directory)).ino;
      await resolveModel(client, uri(), { cacheDir });
      expect((await stat(model.directory)).ino).toBe(before);
      expect((await readdir(cacheDir)).filter((entry) => entry.startsWith('.fetching'))).toEqual(
        [],
      );
    },
    30_000,
  );

  test('a model among the plain artifacts of a run is fetched by its path', async () => {
    const uri = `runs:/${written.run_id}/plain/m`;
    const [model, again] = await Promise.all([
      resolveModel(client, uri, { cacheDir }),
      resolveModel(client, uri, { cacheDir }),
    ]);
    expect(model).toEqual({ directory: again.directory, runId: written.run_id });
    expect(await readdir(model.directory)).toEqual(
      expect.arrayContaining(['MLmodel', 'model.ubj']),
    );
  }, 30_000);

  test.each([
    ['an alias that is not set', () => `models:/${name}@nobody`, 'ResourceNotFoundError'],
    ['a version that is not there', () => `models:/${name}/99`, 'ResourceNotFoundError'],
    [
      'a model that is not there',
      () => 'models:/m-00000000000000000000000000000000',
      'ResourceNotFoundError',
    ],
    ['a name that is not there', () => `models:/${unique('none')}/latest`, 'ResourceNotFoundError'],
    [
      'a path of a run that holds nothing',
      () => `runs:/${written.run_id}/nothing`,
      'ResourceNotFoundError',
    ],
    [
      'a path of a run that is no model',
      () => `runs:/${written.run_id}/plain`,
      'ResourceNotFoundError',
    ],
  ])('%s is an error and leaves nothing behind', async (_, uri, error) => {
    const empty = await mkdtemp(join(tmpdir(), 'xgflow-models-'));
    await expect(resolveModel(client, uri(), { cacheDir: empty })).rejects.toMatchObject({
      name: error,
    });
    expect(await readdir(empty)).toEqual([]);
    await rm(empty, { recursive: true });
  });
});
