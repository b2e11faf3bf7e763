import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work between two turns of the event loop: a signal or a timer waits no longer than that. */
const burst = 20;

/**
 * Does long work step by step, so that the thread's event loop goes on: signals, timers and sockets are served between
 * bursts of steps.
 *
 * @returns what the steps return
 * @throws the signal's reason when aborted, and what a step throws
 */
export async function inTurns<T>(steps: Generator<undefined, T>, signal?: AbortSignal): Promise<T> {
  for (let until = performance.now() + burst; ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await setImmediate();
    signal?.throwIfAborted();
    until = performance.now() + burst;
  }
}
