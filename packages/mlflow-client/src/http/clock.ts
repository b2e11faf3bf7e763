import { setTimeout as delay } from 'node:timers/promises';

/** Time and chance, injectable so that the retry loop can be tested without waiting. */
export interface Clock {
  /** Monotonic, ms. */
  now(): number;
  /** Wall clock, ms since 1970, for `Retry-After` dates only. */
  wallNow(): number;
  /** Resolves after `ms`; rejects when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Uniform in [0, 1). */
  random(): number;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wallNow: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
  random: () => Math.random(),
};
