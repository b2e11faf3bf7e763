import { inspect } from 'node:util';

/** Values of a changing secret that are remembered: an answer may quote one that has just been replaced. */
const REMEMBERED = 4;

/**
 * A string that no log, inspection or JSON shows; `reveal()` is called only where it goes on the wire. One that changes is
 * asked for each time.
 */
export class Secret {
  readonly #value: string | (() => string);
  #known: readonly string[];

  constructor(value: string | (() => string)) {
    this.#value = value;
    this.#known = typeof value === 'string' ? [value] : [];
  }

  reveal(): string {
    if (typeof this.#value === 'string') return this.#value;
    const value = this.#value();
    if (!this.#known.includes(value)) this.#known = [value, ...this.#known].slice(0, REMEMBERED);
    return value;
  }

  /** What must be blotted out: its value, or the last ones that were revealed. */
  known(): readonly string[] {
    return this.#known;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [inspect.custom](): string {
    return '***';
  }
}
