/** Answers that take longer are few: a search over a large experiment, the copy of a large artifact. */
const LONG_MS = 10_000;

/** Tells of an attempt in which nothing has moved for a long time, each time anew after some bytes did. */
export class Silence {
  readonly #timer: NodeJS.Timeout;

  /** `tell` gets the length of the silence, in ms. */
  constructor(tell: (silentMs: number) => void) {
    this.#timer = setTimeout(() => {
      tell(LONG_MS);
    }, LONG_MS);
  }

  /** Some bytes moved. */
  touch(): void {
    this.#timer.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
