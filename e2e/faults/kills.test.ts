import { expect, test } from '@jest/globals';
import { killedSweep, undisturbedSweep } from '../support/faults/killed-sweep.ts';
import { randomNumbers, testSeed } from '../support/faults/random-numbers.ts';
import { withSmallSweep } from '../support/faults/small-sweep.ts';

test('kill -9 at random moments: the same command brings the sweep to the same end', async () => {
  await withSmallSweep(async (directory) => {
    const random = randomNumbers(testSeed());
    const undisturbed = await undisturbedSweep(directory);
    const moments = [random(), random()].map((share) => share * undisturbed.tookMs);
    const killed = await Promise.all(moments.map((afterMs) => killedSweep(directory, afterMs)));
    for (const [kill, afterMs] of moments.entries())
      expect({ afterMs, ...killed[kill] }).toEqual({ afterMs, ...undisturbed.end });
  });
}, 300_000);
