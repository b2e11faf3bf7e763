import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { listSweeps } from '../../../src/record/list-sweeps.ts';
import { readSweeps } from '../../../src/record/read-sweeps.ts';
import { runTags } from '../../../src/record/run-tags.ts';

const client = new MlflowClient({ trackingUri: process.env.XGFLOW_TEST_MLFLOW_URI ?? '' });
afterAll(() => {
  client.close();
});

const experiment = `read-sweeps-${process.pid}-${Date.now()}`;
const start = Date.now();

/** A sweep of two variants; the later its number, the later it began. */
async function sweepRuns(experimentId: string, number: number, state: string): Promise<void> {
  const tags = { [runTags.sweepId]: `s${number}` };
  const startTime = start + number;
  const own = { ...tags, [runTags.role]: 'sweep', [runTags.state]: state };
  await client.runs.create({ experimentId, startTime, tags: own });
  for (const variant of ['a', 'b']) {
    const ofVariant = { ...tags, [runTags.role]: 'variant', [runTags.variant]: variant };
    await client.runs.create({ experimentId, startTime, tags: ofVariant });
  }
}

beforeAll(async () => {
  const { experiment_id: id } = await client.experiments.ensure(experiment);
  await sweepRuns(id, 1, 'finished');
  await sweepRuns(id, 2, 'finished');
  await sweepRuns(id, 3, 'open');
});

describe('the variants of', () => {
  test.each([
    { sweep: undefined, ids: ['s2'] },
    { sweep: 's1', ids: ['s1'] },
    { sweep: 's3', ids: ['s3'] },
    { sweep: 'all', ids: ['s3', 's2', 's1'] },
  ])('sweep $sweep: those of $ids', async ({ sweep, ids }) => {
    const { runs, sweepIds } = await readSweeps(client, { experiment, sweep });
    expect(sweepIds).toEqual(ids);
    expect(runs.map((run) => `${run.sweepId} ${run.variant}`).toSorted()).toEqual(
      ids.toReversed().flatMap((id) => [`${id} a`, `${id} b`]),
    );
  });

  test('an unknown sweep: none, and the error says so', async () => {
    await expect(readSweeps(client, { experiment, sweep: 's9' })).rejects.toThrow(
      /^no sweep s9 · /u,
    );
    await expect(listSweeps(client, { experiment, sweep: 's9' })).rejects.toThrow(
      /^no sweep s9 · /u,
    );
  });
});

test('sweeps are listed latest first, each with its own variants', async () => {
  const all = await listSweeps(client, { experiment });
  expect(all.map(({ sweepId, variants }) => [sweepId, variants.length])).toEqual([
    ['s3', 2],
    ['s2', 2],
    ['s1', 2],
  ]);
  expect(await listSweeps(client, { experiment, sweep: 's1' })).toEqual([all[2]]);
});

test('of a deleted experiment nothing is found, and the error says why', async () => {
  const deleted = `${experiment}-deleted`;
  const { experiment_id: id } = await client.experiments.ensure(deleted);
  await sweepRuns(id, 1, 'finished');
  await client.experiments.delete(id);
  for (const read of [readSweeps, listSweeps]) {
    await expect(read(client, { experiment: deleted })).rejects.toMatchObject({
      name: 'ExperimentDeletedError',
      message: expect.stringContaining('restore it'),
    });
  }
});
