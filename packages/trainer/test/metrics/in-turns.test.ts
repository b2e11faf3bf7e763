import { expect, test } from '@jest/globals';
import { inTurns } from '../../src/metrics/in-turns.ts';

/** Busy for about a millisecond a step. */
function* busy(steps: number): Generator<undefined, string> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

test('timers run between the steps of long work', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  await expect(inTurns(busy(200))).resolves.toBe('done');
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(2);
});

test('an abort ends the work between two steps', async () => {
  const controller = new AbortController();
  setTimeout(() => {
    controller.abort(new Error('enough'));
  }, 1);
  await expect(inTurns(busy(60_000), controller.signal)).rejects.toThrow('enough');
});

test('what a step throws comes out', async () => {
  const failing = function* (): Generator<undefined, never> {
    yield;
    throw new RangeError('no value');
  };
  await expect(inTurns(failing())).rejects.toThrow(RangeError);
});
