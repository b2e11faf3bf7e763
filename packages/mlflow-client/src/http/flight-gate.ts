import { AbortedError } from '../errors/aborted-error.ts';

/**
 * Lets at most `limit` tasks run at once, first come first served. A server with SQLite behind it
 * answers "QueuePool limit" from about 32 requests in flight on.
 */
export class FlightGate {
  readonly #limit: number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Runs the task when its turn comes; throws `AbortedError` when the signal fires before that. */
  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.#running >= this.#limit) await this.#turn(signal);
    else this.#running += 1;
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  /** Resolves when a finished task hands its place over. */
  async #turn(signal?: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        const cause: unknown = signal?.reason;
        reject(new AbortedError('the caller gave up before the request was sent', { cause }));
      };
      this.#waiting.push(go);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }
}
