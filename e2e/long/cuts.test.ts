import { afterAll, expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { cutSweep } from '../support/faults/cut-sweep.ts';
import type { Cut } from '../support/faults/cut-sweep.ts';
import { allCuts } from '../support/faults/sample-cuts.ts';
import { withSmallSweep } from '../support/faults/small-sweep.ts';
import { trackingUri } from '../support/xgflow.ts';

const client = new MlflowClient({ trackingUri: trackingUri() });
afterAll(() => {
  client.close();
});

/** Sweeps at the same time. */
const lanes = 2;

test(
  'every request of a sweep and its registration, spoiled in every way: the same state',
  async () => {
    await withSmallSweep(async (directory) => {
      const undisturbed = await cutSweep(client, directory);
      const cuts = allCuts(undisturbed.seen.length);
      expect(cuts.length).toBeGreaterThan(400);
      const wrong: unknown[] = [];
      const lane = async (): Promise<void> => {
        for (let cut = cuts.shift(); cut; cut = cuts.shift())
          wrong.push(...(await differences(directory, cut, undisturbed.state)));
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      expect(wrong).toEqual([]);
    });
  },
  3 * 3_600_000,
);

async function differences(directory: string, cut: Cut, wanted: unknown): Promise<unknown[]> {
  try {
    expect((await cutSweep(client, directory, [cut])).state).toEqual(wanted);
    return [];
  } catch (error) {
    return [{ cut, error }];
  }
}
