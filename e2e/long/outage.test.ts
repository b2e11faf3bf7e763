import { expect, test } from '@jest/globals';
import { FaultProxy } from '../support/faults/fault-proxy.ts';
import { abandonedSweep, undisturbedSweep } from '../support/faults/killed-sweep.ts';
import { withSmallSweep } from '../support/faults/small-sweep.ts';
import { trackingUri } from '../support/xgflow.ts';

test('the server goes down for good: exit 5 in time, what is kept and how to go on; later the same command ends it', async () => {
  await withSmallSweep(async (directory) => {
    const undisturbed = await undisturbedSweep(directory);
    await using proxy = await FaultProxy.open(trackingUri());
    const started = performance.now();
    const { outcome, end } = await abandonedSweep(directory, proxy, 40);
    expect(outcome).toMatchObject({ code: 5, signal: null });
    // A request is tried for two minutes; marking the runs as failed may add ten seconds each.
    expect(performance.now() - started).toBeLessThan(300_000);
    expect(outcome.stderr).toMatch(
      /what is finished is kept in MLflow.* · to go on: xgflow sweep /u,
    );
    expect(outcome.stderr).not.toMatch(/^\s+at /mu);
    expect(end).toEqual(undisturbed.end);
  });
}, 900_000);
