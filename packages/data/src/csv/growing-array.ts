/** Values that are gathered before they are stored: a batch of rows fits, and a table of many short columns stays small. */
const WINDOW = 128;
/** Values of the first block, and of the largest. */
const FIRST_BLOCK = 8192;
const LARGEST_BLOCK = 262_144;

interface TypedArray<A> {
  readonly buffer: ArrayBuffer;
  readonly length: number;
  [index: number]: number;
  set(source: A, offset: number): void;
  subarray(begin: number, end: number): A;
}

interface TypedArrayConstructor<A> {
  readonly BYTES_PER_ELEMENT: number;
  new (lengthOrBuffer: number | ArrayBuffer): A;
}

/**
 * A typed array of unknown length, whose peak of memory is its values once.
 *
 * They go into a window, one ordinary array from beginning to end, so that the loops that fill it are compiled once; and
 * from there into blocks. Blocks are resizable buffers: V8 gives each a mapping of its own, which is gone when the buffer
 * is detached. Ordinary buffers come from malloc, where the blocks of many columns lie among each other and leave holes
 * that no whole column fits into.
 */
export class GrowingArray<A extends TypedArray<A>> {
  readonly #Array: TypedArrayConstructor<A>;
  readonly #window: A;
  /** Values in the window. */
  #waiting = 0;
  /** Blocks before the last one, as far as they are used. */
  readonly #full: A[] = [];
  #block: A;
  /** Values in the last block. */
  #used = 0;

  constructor(constructor: TypedArrayConstructor<A>) {
    this.#Array = constructor;
    this.#window = new constructor(WINDOW);
    this.#block = new constructor(0);
  }

  /** Where the room that was asked for last is. */
  get window(): A {
    return this.#window;
  }

  /** Room for so many further values, at most 128, in one piece: in `window`, from the index returned on. */
  room(count: number): number {
    if (this.#waiting + count > WINDOW) this.#store(count);
    const from = this.#waiting;
    this.#waiting += count;
    return from;
  }

  push(value: number): void {
    const at = this.room(1);
    this.#window[at] = value;
  }

  /** The values in one array; nothing can be added afterwards. */
  finish(): A {
    const parts = [
      ...this.#full,
      this.#block.subarray(0, this.#used),
      this.#window.subarray(0, this.#waiting),
    ];
    const whole = new this.#Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
      // The garbage collector would come when the table is there twice.
      part.buffer.transfer(0);
    }
    return whole;
  }

  /** Empties the window, so that it has room for so many values. */
  #store(count: number): void {
    if (count > WINDOW) throw new RangeError(`room for ${count} values in a window of ${WINDOW}`);
    if (this.#used + this.#waiting > this.#block.length) this.#addBlock();
    const values =
      this.#waiting === WINDOW ? this.#window : this.#window.subarray(0, this.#waiting);
    this.#block.set(values, this.#used);
    this.#used += this.#waiting;
    this.#waiting = 0;
  }

  #addBlock(): void {
    const { length } = this.#block;
    if (this.#used > 0) this.#full.push(this.#block.subarray(0, this.#used));
    const values = Math.min(Math.max(FIRST_BLOCK, 2 * length), LARGEST_BLOCK);
    const maxByteLength = values * this.#Array.BYTES_PER_ELEMENT;
    this.#block = new this.#Array(new ArrayBuffer(maxByteLength, { maxByteLength }));
    this.#used = 0;
  }
}
