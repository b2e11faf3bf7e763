import { afterAll, expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { cutSweep } from '../support/faults/cut-sweep.ts';
import { sampleCuts } from '../support/faults/sample-cuts.ts';
import { withSmallSweep } from '../support/faults/small-sweep.ts';
import { trackingUri } from '../support/xgflow.ts';

const client = new MlflowClient({ trackingUri: trackingUri() });
afterAll(() => {
  client.close();
});

const sweeps = 3;
const cutsEach = 4;

test('requests of a sweep and its registration are spoiled: the server holds what it holds otherwise', async () => {
  await withSmallSweep(async (directory) => {
    const undisturbed = await cutSweep(client, directory);
    const { runs, loggedModels, versions } = undisturbed.state;
    // The sweep, its variants, the best trial of each.
    expect(runs).toHaveLength(1 + 2 + 2);
    expect(loggedModels).toHaveLength(2);
    expect(versions).toHaveLength(1);
    const cuts = sampleCuts(undisturbed.seen, sweeps * cutsEach);
    for (let from = 0; from < cuts.length; from += cutsEach) {
      const some = cuts.slice(from, from + cutsEach);
      const { state } = await cutSweep(client, directory, some);
      expect({ cuts: some, ...state }).toEqual({ cuts: some, ...undisturbed.state });
    }
  });
}, 180_000);
