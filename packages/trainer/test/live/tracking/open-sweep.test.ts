import { hostname } from 'node:os';
import { afterAll, expect, test } from '@jest/globals';
import { MlflowClient, tagsOf } from '@xgflow/mlflow-client';
import { runTags } from '../../../src/record/run-tags.ts';
import { findOpenSweep, isBusy, refuseBusy, takeOver } from '../../../src/tracking/open-sweep.ts';
import type { FoundSweep } from '../../../src/tracking/open-sweep.ts';

const trackingUri = process.env.XGFLOW_TEST_MLFLOW_URI;
if (!trackingUri)
  throw new Error('XGFLOW_TEST_MLFLOW_URI is not set · the live tests need a server');

const client = new MlflowClient({ trackingUri });
afterAll(() => {
  client.close();
});

const identity = { configHash: 'c', dataDigest: 'd', versions: 'v' };
/** The server's clock, or the one of the machine before, may be ahead. */
const ahead = Date.now() + 3_600_000;
let counter = 0;

/** An open sweep that `owner` left in the middle of its only variant. */
async function leftBy(
  owner: string,
): Promise<{ found: FoundSweep; variantId: string; modelId: string }> {
  counter += 1;
  const name = `open-sweep-${process.pid}-${Date.now()}-${counter}`;
  const { experiment_id: experimentId } = await client.experiments.ensure(name);
  const own = { [runTags.sweepId]: 's', [runTags.owner]: owner };
  const sweep = {
    [runTags.role]: 'sweep',
    [runTags.state]: 'open',
    [runTags.configHash]: 'c',
    [runTags.dataDigest]: 'd',
    [runTags.versions]: 'v',
  };
  await client.runs.create({ experimentId, startTime: ahead, tags: { ...own, ...sweep } });
  const tags = { ...own, [runTags.role]: 'variant' };
  const variant = await client.runs.create({ experimentId, startTime: ahead, tags });
  const sourceRunId = variant.info.run_id;
  const model = await client.loggedModels.create({ experimentId, name: 'model', sourceRunId });
  const found = await findOpenSweep(client, experimentId, identity);
  return { found: found!, variantId: sourceRunId, modelId: model.info.model_id };
}

test('taken over from a dead process: its runs are closed, no model stays pending, no run ends before it starts', async () => {
  const { found, variantId, modelId } = await leftBy(`${hostname()}/4194304/gone`);
  expect(isBusy(found)).toBe(false);
  expect(await takeOver(client, found, 'open')).toEqual([]);
  const { info } = await client.runs.get(variantId);
  expect([info.status, Number(info.end_time)]).toEqual(['KILLED', ahead]);
  expect((await client.loggedModels.get(modelId)).info.status).toBe('LOGGED_MODEL_UPLOAD_FAILED');
  await takeOver(client, found, 'abandoned');
  const sweep = await client.runs.get(found.runId);
  expect([sweep.info.status, Number(sweep.info.end_time)]).toEqual(['KILLED', ahead]);
  expect(tagsOf(sweep)[runTags.state]).toBe('abandoned');
});

test('a finished variant is kept, with the number of its failed trials', async () => {
  const { found, variantId } = await leftBy(`${hostname()}/4194304/gone`);
  await client.runs.logBatch(variantId, {
    metrics: [{ key: 'test_f1', value: 0.75 }],
    tags: { [runTags.variant]: 'deep', [runTags.failedTrials]: '3' },
  });
  await client.runs.update(variantId, { status: 'FINISHED' });
  expect(await takeOver(client, found, 'open')).toEqual([
    { name: 'deep', status: 'kept', metrics: { test_f1: 0.75 }, failedTrials: 3, runId: variantId },
  ]);
});

test('a process on another host may be alive: busy, and the error says whose', async () => {
  const { found } = await leftBy('elsewhere/77/x');
  expect(isBusy(found)).toBe(true);
  expect(() => {
    refuseBusy(found);
  }).toThrow(/already running · process 77 on elsewhere, run .* --fresh/u);
});
