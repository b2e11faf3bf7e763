/** Small, so that growing has happened before the loops that fill it are compiled: later it would undo that. */
const FIRST_CHUNK = 64;
const LARGEST_CHUNK = 65_536;

interface TypedArray<A> {
  readonly length: number;
  [index: number]: number;
  set(source: A, offset: number): void;
  subarray(begin: number, end: number): A;
}

/**
 * A typed array of unknown length. It grows by chunks rather than by doubling, so that the peak is
 * the values once plus one column's copy, and a table of many short columns stays small.
 */
export class GrowingArray<A extends TypedArray<A>> {
  readonly #create: (length: number) => A;
  #full: A[] = [];
  #chunk: A;
  #used = 0;
  #before = 0;

  constructor(create: (length: number) => A) {
    this.#create = create;
    this.#chunk = create(FIRST_CHUNK);
  }

  get length(): number {
    return this.#before + this.#used;
  }

  /** Where the room that was asked for last is. */
  get chunk(): A {
    return this.#chunk;
  }

  /** Room for so many further values in one piece; they go into `chunk`, from the index returned on. */
  room(count: number): number {
    if (this.#used + count > this.#chunk.length) this.#grow(count);
    const from = this.#used;
    this.#used += count;
    return from;
  }

  push(value: number): void {
    const at = this.room(1);
    this.#chunk[at] = value;
  }

  /** The values in one array; the chunks are given back. */
  finish(): A {
    const all = this.#create(this.length);
    let offset = 0;
    for (const chunk of this.#full) {
      all.set(chunk, offset);
      offset += chunk.length;
    }
    all.set(this.#chunk.subarray(0, this.#used), offset);
    this.#full = [];
    this.#chunk = this.#create(0);
    this.#used = 0;
    this.#before = 0;
    return all;
  }

  #grow(count: number): void {
    if (this.#used > 0) this.#full.push(this.#chunk.subarray(0, this.#used));
    this.#before += this.#used;
    this.#chunk = this.#create(Math.max(count, Math.min(this.#chunk.length * 2, LARGEST_CHUNK)));
    this.#used = 0;
  }
}
