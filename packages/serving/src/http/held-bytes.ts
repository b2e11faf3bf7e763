/** Bytes of bodies and answers that are held at a time, so that many large ones cannot take all memory. */
export class HeldBytes {
  /** Of all together. */
  readonly most: number;
  #held = 0;

  constructor(most: number) {
    this.most = most;
  }

  /** @returns undefined, and holds nothing, where it would be too much */
  take(bytes: number): Hold | undefined {
    const hold = new Hold((change) => this.#add(change));
    return hold.change(bytes) ? hold : undefined;
  }

  #add(change: number): boolean {
    if (change > 0 && this.#held + change > this.most) return false;
    this.#held += change;
    return true;
  }
}

/** What one request holds: its body, then its answer. */
export class Hold {
  readonly #add: (change: number) => boolean;
  #bytes = 0;

  /** @param add to what all hold; false where it would be too much */
  constructor(add: (change: number) => boolean) {
    this.#add = add;
  }

  /** Holds so many instead. @returns false, and changes nothing, where it would be too much */
  change(bytes: number): boolean {
    if (!this.#add(bytes - this.#bytes)) return false;
    this.#bytes = bytes;
    return true;
  }

  release(): void {
    this.change(0);
  }
}
