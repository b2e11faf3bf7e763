import { hostname } from 'node:os';
import { afterAll, expect, test } from '@jest/globals';
import { MlflowClient, tagsOf } from '@xgflow/mlflow-client';
import { identifyProcess } from '@xgflow/mlflow-client/process';
import { runTags } from '../../../src/record/run-tags.ts';
import { abandonSweep, continueSweep } from '../../../src/tracking/continue-sweep.ts';
import { findOpenSweep, isBusy, refuseBusy } from '../../../src/tracking/open-sweep.ts';
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
const gone = `${hostname()}/4194304/gone`;
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
  const { found, variantId, modelId } = await leftBy(gone);
  expect(isBusy(found)).toBe(false);
  expect(await continueSweep(client, found)).toEqual([]);
  const { info } = await client.runs.get(variantId);
  expect([info.status, Number(info.end_time)]).toEqual(['KILLED', ahead]);
  expect((await client.loggedModels.get(modelId)).info.status).toBe('LOGGED_MODEL_UPLOAD_FAILED');
  await abandonSweep(client, found);
  const sweep = await client.runs.get(found.runId);
  expect([sweep.info.status, Number(sweep.info.end_time)]).toEqual(['KILLED', ahead]);
  expect(tagsOf(sweep)[runTags.state]).toBe('abandoned');
});

test('a finished variant is kept, with the number of its failed trials', async () => {
  const { found, variantId } = await leftBy(gone);
  await client.runs.logBatch(variantId, {
    metrics: [{ key: 'test_f1', value: 0.75 }],
    tags: { [runTags.variant]: 'deep', [runTags.failedTrials]: '3' },
  });
  await client.runs.update(variantId, { status: 'FINISHED' });
  expect(await continueSweep(client, found)).toEqual([
    { name: 'deep', status: 'kept', metrics: { test_f1: 0.75 }, failedTrials: 3, runId: variantId },
  ]);
});

test('what an earlier process left half said is cleared: a model of a run that was closed, the error of the sweep', async () => {
  const { found, variantId, modelId } = await leftBy(gone);
  await client.runs.update(variantId, { status: 'KILLED' });
  await client.runs.setTag(found.runId, runTags.error, 'the disk is full');
  const { experimentId } = found;
  const stopped = await findOpenSweep(client, experimentId, identity);
  expect(await continueSweep(client, stopped!)).toEqual([]);
  expect((await client.loggedModels.get(modelId)).info.status).toBe('LOGGED_MODEL_UPLOAD_FAILED');
  expect(tagsOf(await client.runs.get(found.runId))[runTags.error]).toBeUndefined();
});

test('of two that go on with a sweep at the same time one steps back, and leaves its runs alone', async () => {
  const { found, variantId } = await leftBy(gone);
  const { runs } = client;
  const rivalled = {
    runs: {
      setTag: (...args: Parameters<typeof runs.setTag>) => runs.setTag(...args),
      update: (...args: Parameters<typeof runs.update>) => runs.update(...args),
      get: async (runId: string) => {
        await runs.setTag(runId, runTags.owner, 'elsewhere/77/x');
        return runs.get(runId);
      },
    },
  } as unknown as MlflowClient;
  await expect(continueSweep(rivalled, found)).rejects.toThrow(
    /^another process goes on with this sweep .* · process 77 on elsewhere, run /u,
  );
  expect((await runs.get(variantId)).info.status).toBe('RUNNING');
});

test('a process on another host may be alive: busy, unless it is known to be gone', async () => {
  const { found } = await leftBy('elsewhere/77/x');
  expect(isBusy(found)).toBe(true);
  expect(() => {
    refuseBusy(found);
  }).toThrow(/already running · process 77 on elsewhere, run .* --take-over if it is gone$/u);
  expect(isBusy(found, true)).toBe(false);
});

test('a process of this host that lives is busy, whatever is said of it', async () => {
  const { started = '' } = identifyProcess(process.ppid) ?? {};
  const { found } = await leftBy(`${hostname()}/${process.ppid}/${started}`);
  expect(isBusy(found, true)).toBe(true);
  expect(() => {
    refuseBusy(found, true);
  }).toThrow(/already running · process \d+ on .* --fresh$/u);
});
