import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTransport } from '../../src/http/transport.ts';
import { resolveOptions } from '../../src/options.ts';
import {
  ALIASES,
  KEYS,
  LOGGED_MODEL_NAMES,
  MODEL_NAMES,
  STRICTER_KEYS,
} from '../wire/name-cases.ts';
import { liveUri, unique } from './live-client.ts';

const own = unique('names');
const transport = createTransport(resolveOptions({ trackingUri: liveUri() }, {}, '/nonexistent'));
let experimentId: string;
let runId: string;

beforeAll(async () => {
  const made = (await post('experiments/create', { name: own })) as { experiment_id: string };
  experimentId = made.experiment_id;
  const created = (await post('runs/create', { experiment_id: experimentId })) as {
    run: { info: { run_id: string } };
  };
  runId = created.run.info.run_id;
});

afterAll(() => {
  transport.close();
});

function post(route: string, body: unknown, method: 'POST' | 'PATCH' = 'POST'): Promise<unknown> {
  return transport.json({ method, path: `/api/2.0/mlflow/${route}`, body });
}

async function verdict(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidParameterError') return false;
    throw error;
  }
}

describe('the server’s verdict is the one of the table', () => {
  test.each(KEYS)('metric key %j: %p', async (key, accepted) => {
    const metric = { run_id: runId, key, value: 1, timestamp: 1, step: 0 };
    expect(await verdict(post('runs/log-metric', metric))).toBe(accepted);
  });
  test.each(KEYS)('tag key %j: %p', async (key, accepted) => {
    const tag = { run_id: runId, key, value: 'x' };
    expect(await verdict(post('runs/set-tag', tag))).toBe(accepted);
  });
  test.each(STRICTER_KEYS)('the server accepts %j', async (key) => {
    expect(await verdict(post('runs/set-tag', { run_id: runId, key, value: 'x' }))).toBe(true);
  });
  test.each(MODEL_NAMES)('registered model %j: %p', async (name, accepted) => {
    const tried = accepted ? `${name} ${own}` : name;
    expect(await verdict(post('registered-models/create', { name: tried }))).toBe(accepted);
  });
  test.each(LOGGED_MODEL_NAMES)('logged model %j: %p', async (name, accepted) => {
    const body = { experiment_id: experimentId, name };
    expect(await verdict(post('logged-models', body))).toBe(accepted);
  });
  test.each(ALIASES)('alias %j: %p', async (alias, accepted) => {
    const name = `${own}-aliases`;
    await post('registered-models/create', { name }).catch(() => undefined);
    await post('model-versions/create', { name, source: `runs:/${runId}/model`, run_id: runId });
    const call = post('registered-models/alias', { name, alias, version: '1' });
    expect(await verdict(call)).toBe(accepted);
  });
});
