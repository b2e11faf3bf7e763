import { afterAll, expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { cutSweep, sweepThrough } from '../support/faults/cut-sweep.ts';
import { FaultProxy } from '../support/faults/fault-proxy.ts';
import { withSmallSweep } from '../support/faults/small-sweep.ts';
import { trackingUri } from '../support/xgflow.ts';

const client = new MlflowClient({ trackingUri: trackingUri() });
afterAll(() => {
  client.close();
});

test('the server is away for eight seconds in the middle: the sweep waits and goes on', async () => {
  await withSmallSweep(async (directory) => {
    const undisturbed = await cutSweep(client, directory);
    await using proxy = await FaultProxy.open(trackingUri());
    const middle = Math.floor(undisturbed.seen.length / 2);
    let back: Promise<void> | undefined;
    proxy.fault = (nth) => {
      if (nth < middle || back) return undefined;
      back = proxy
        .down()
        .then(() => new Promise((resolve) => setTimeout(resolve, 8000)))
        .then(() => proxy.up());
      return 'reset';
    };
    const state = await sweepThrough(client, directory, proxy);
    await back;
    expect(back).toBeDefined();
    expect(state).toEqual(undisturbed.state);
  });
}, 180_000);
