/** Node's timers fire at once when they are set to more than this. */
const LONGEST_MS = 2 ** 31 - 1;

/** Ends one attempt: when the caller gives up, when its time is over, or when nothing moves any more. */
export class Watchdog {
  /** Why it fired; undefined while it has not. */
  firedBy: 'caller' | 'time' | undefined;
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #total: NodeJS.Timeout;
  readonly #idle: NodeJS.Timeout | undefined;
  readonly #onCallerAbort = () => {
    this.#fire('caller');
  };

  /** `limitMs` for the whole attempt; `idleMs`, when given, between two calls of {@link touch}. */
  constructor(limitMs: number, idleMs: number | undefined, caller: AbortSignal | undefined) {
    const expire = () => {
      this.#fire('time');
    };
    const timer = (ms: number) => setTimeout(expire, Math.min(ms, LONGEST_MS));
    this.#total = timer(limitMs);
    this.#idle = idleMs === undefined ? undefined : timer(idleMs);
    this.#caller = caller;
    if (caller?.aborted === true) this.#onCallerAbort();
    else caller?.addEventListener('abort', this.#onCallerAbort, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Some bytes moved. */
  touch(): void {
    this.#idle?.refresh();
  }

  stop(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#idle);
    this.#caller?.removeEventListener('abort', this.#onCallerAbort);
  }

  #fire(by: 'caller' | 'time'): void {
    this.firedBy ??= by;
    this.#controller.abort();
  }
}
