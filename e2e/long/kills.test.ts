import { expect, test } from '@jest/globals';
import { killedSweep, undisturbedSweep } from '../support/faults/killed-sweep.ts';
import { randomNumbers, testSeed } from '../support/faults/random-numbers.ts';
import { withSmallSweep } from '../support/faults/small-sweep.ts';

test('kill -9 at random moments: the same command brings the sweep to the same end', async () => {
  await withSmallSweep(async (directory) => {
    const random = randomNumbers(testSeed());
    const undisturbed = await undisturbedSweep(directory);
    for (let kill = 0; kill < 15; kill += 1) {
      const afterMs = random() * undisturbed.tookMs;
      const killed = await killedSweep(directory, afterMs);
      expect({ afterMs, ...killed }).toEqual({ afterMs, ...undisturbed.end });
    }
  });
}, 1_800_000);
