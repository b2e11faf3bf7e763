import { afterAll, expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { allCuts, shuffled } from '../support/faults/cut.ts';
import type { Cut } from '../support/faults/cut.ts';
import { cutSweep } from '../support/faults/cut-sweep.ts';
import { groupCuts } from '../support/faults/group-cuts.ts';
import { testSeed } from '../support/faults/random-numbers.ts';
import { withSmallSweep } from '../support/faults/small-sweep.ts';
import { trackingUri } from '../support/xgflow.ts';

const client = new MlflowClient({ trackingUri: trackingUri() });
afterAll(() => {
  client.close();
});

/** Sweeps at the same time. */
const lanes = 2;
/** Spoiled requests of one sweep: another company each time, as the seed gives it. */
const cutsEach = 8;

test(
  'every request of a sweep and its registration, spoiled in every way: the same state',
  async () => {
    await withSmallSweep(async (directory) => {
      const undisturbed = await cutSweep(client, directory);
      const cuts = allCuts(undisturbed.seen);
      expect(cuts.length).toBeGreaterThan(400);
      const groups = groupCuts(shuffled(cuts, testSeed()), cutsEach);
      expect(groups.flat()).toHaveLength(cuts.length);
      process.stderr.write(`${cuts.length} cuts in ${groups.length} sweeps\n`);
      const wrong: unknown[] = [];
      const lane = async (): Promise<void> => {
        for (let group = groups.shift(); group; group = groups.shift())
          wrong.push(...(await differences(directory, group, undisturbed.state)));
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      expect(wrong).toEqual([]);
    });
  },
  3 * 3_600_000,
);

/** Nothing; or what is wrong, and which of the cuts do it alone. */
async function differences(
  directory: string,
  cuts: readonly Cut[],
  wanted: unknown,
): Promise<unknown[]> {
  const error = await difference(directory, cuts, wanted);
  if (error === undefined) return [];
  const alone: Cut[] = [];
  for (const cut of cuts)
    if ((await difference(directory, [cut], wanted)) !== undefined) alone.push(cut);
  return [{ cuts, alone, error }];
}

async function difference(
  directory: string,
  cuts: readonly Cut[],
  wanted: unknown,
): Promise<unknown> {
  try {
    const { missed, state } = await cutSweep(client, directory, cuts);
    expect({ missed, state }).toEqual({ missed: [], state: wanted });
    return undefined;
  } catch (error) {
    return error;
  }
}
