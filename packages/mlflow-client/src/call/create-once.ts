import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { ServerFaultError } from '../errors/server-fault-error.ts';

/** Tag that a client puts on what it creates, so that the thing can be found again when the answer is lost. */
export const CREATE_KEY_TAG = 'xgflow.create_key';

/** Sends before the lost answer is reported to the caller. */
const MAX_SENDS = 4;
/** Pauses before each look-up, ms: a server that is slow to commit must not be taken for one that did nothing. */
const LOOKUP_PAUSES_MS = [100, 1000];

/** How to create something that MLflow would create again on every repeat. */
export interface CreateOnce<T> {
  /** One create; must not be repeated by the transport. */
  readonly send: () => Promise<T>;
  /** All things that carry this create's key, oldest first. */
  readonly find: () => Promise<readonly T[]>;
  /** Remove a twin that a late commit made. */
  readonly discard: (twin: T) => Promise<unknown>;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/**
 * Create exactly once although answers may be lost: after a lost answer the thing is looked up before anything is sent again,
 * and twins (a create that committed after the look-up) are discarded, the oldest is kept.
 * @throws OutcomeUnknownError when answers keep getting lost.
 */
export async function createOnce<T>(create: CreateOnce<T>): Promise<T> {
  for (let sends = 1; ; sends += 1) {
    try {
      const made = await create.send();
      return sends === 1 ? made : await keepOldest(create, made);
    } catch (error) {
      // A server that answers 500 may have failed after its commit; it is asked, but not sent the create again.
      const fault = error instanceof ServerFaultError;
      if (!fault && !(error instanceof OutcomeUnknownError)) throw error;
      const found = await lookUp(create);
      if (found !== undefined) return found;
      if (fault || sends >= MAX_SENDS) throw error;
    }
  }
}

async function lookUp<T>(create: CreateOnce<T>): Promise<T | undefined> {
  for (const ms of LOOKUP_PAUSES_MS) {
    await (create.pause ?? sleep)(ms);
    const found = await create.find();
    if (found.length > 0) return found[0];
  }
  return undefined;
}

async function keepOldest<T>(create: CreateOnce<T>, made: T): Promise<T> {
  const [oldest = made, ...twins] = await create.find();
  for (const twin of twins) await create.discard(twin);
  return oldest;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
