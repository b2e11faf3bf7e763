import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import type { WaitingEvent } from '@xgflow/mlflow-client';
import { cutSweep, sweepThrough } from '../support/faults/cut-sweep.ts';
import { FaultProxy } from '../support/faults/fault-proxy.ts';
import { sampleCuts } from '../support/faults/sample-cuts.ts';
import { withSmallSweep } from '../support/faults/small-sweep.ts';
import { trackingUri } from '../support/xgflow.ts';

const client = new MlflowClient({ trackingUri: trackingUri() });
let undisturbed: Awaited<ReturnType<typeof cutSweep>>;

beforeAll(async () => {
  undisturbed = await withSmallSweep((directory) => cutSweep(client, directory));
}, 120_000);
afterAll(() => {
  client.close();
});

const sweeps = 3;
const cutsEach = 4;
/** Longer than the first repetitions of a request take together; a longer outage is in e2e/long. */
const awayMs = 3500;

describe('a sweep and its registration leave on the server what they leave undisturbed', () => {
  test('which is everything, once', () => {
    const { runs, loggedModels, versions } = undisturbed.state;
    // The sweep, its variants, the best trial of each.
    expect(runs).toHaveLength(1 + 2 + 2);
    expect(loggedModels).toHaveLength(2);
    expect(versions).toHaveLength(1);
  });

  test('when requests are spoiled', async () => {
    const cuts = sampleCuts(undisturbed.seen, sweeps * cutsEach);
    for (let from = 0; from < cuts.length; from += cutsEach) {
      const some = cuts.slice(from, from + cutsEach);
      const { missed, state } = await withSmallSweep((directory) =>
        cutSweep(client, directory, some),
      );
      expect({ cuts: some, missed, ...state }).toEqual({
        cuts: some,
        missed: [],
        ...undisturbed.state,
      });
    }
  }, 180_000);

  test('when the server is away for some seconds in the middle, which is told once', async () => {
    await using proxy = await FaultProxy.open(trackingUri());
    const middle = Math.floor(undisturbed.seen.length / 2);
    let back: Promise<void> | undefined;
    proxy.fault = (nth) => {
      if (nth < middle || back) return undefined;
      back = proxy
        .down()
        .then(() => new Promise((resolve) => setTimeout(resolve, awayMs)))
        .then(() => proxy.up());
      return 'reset';
    };
    const told: WaitingEvent[] = [];
    const state = await withSmallSweep((directory) =>
      sweepThrough(client, directory, proxy, (event) => told.push(event)),
    );
    expect(back).toBeDefined();
    await back;
    expect(told.map((event) => event.state)).toEqual(['waiting', 'over']);
    expect(state).toEqual(undisturbed.state);
  }, 180_000);
});
