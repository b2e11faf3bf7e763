/**
 * Just enough of UBJSON, as XGBoost writes it, to see where values begin and end. The library's own
 * reader does not check bounds: a model file cut short would crash the process.
 *
 * @see https://ubjson.org/type-reference/
 */

/** Bytes of a number after its type letter; XGBoost adds `u`, `m` and `M` for unsigned ones. */
const sizes: Readonly<Record<string, number>> = {
  i: 1,
  U: 1,
  C: 1,
  I: 2,
  u: 2,
  l: 4,
  m: 4,
  d: 4,
  L: 8,
  M: 8,
  D: 8,
  Z: 0,
  N: 0,
  T: 0,
  F: 0,
};

/** Deeper nesting than any model has; the walk is recursive. */
const maxDepth = 100;

/** A reader that steps over values and throws a RangeError where the bytes are not UBJSON. */
class UbjsonWalker {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  offset: number;

  constructor(bytes: Uint8Array, offset = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.offset = offset;
  }

  /** Steps over one value, and for an object calls `onMember` at the start of each member's value. */
  skipValue(onMember?: (key: string) => void, depth = 0): void {
    if (depth > maxDepth) throw new RangeError('nested too deeply');
    const type = this.#letter();
    if (type === '{') this.#skipObject(onMember, depth);
    else if (type === '[') this.#skipArray(depth);
    else if (type === 'S') this.#advance(this.#length());
    else this.#skipNumber(type);
  }

  #skipObject(onMember: ((key: string) => void) | undefined, depth: number): void {
    while (this.#peek() !== '}') {
      const length = this.#length();
      const start = this.offset;
      this.#advance(length);
      const key = new TextDecoder().decode(this.#bytes.subarray(start, this.offset));
      onMember?.(key);
      this.skipValue(undefined, depth + 1);
    }
    this.#advance(1);
  }

  #skipArray(depth: number): void {
    let type: string | undefined;
    if (this.#peek() === '$') {
      this.#advance(1);
      type = this.#letter();
    }
    if (this.#peek() !== '#') {
      while (this.#peek() !== ']') this.skipValue(undefined, depth + 1);
      this.#advance(1);
      return;
    }
    this.#advance(1);
    const count = this.#length();
    if (type !== undefined) this.#advance(count * this.#sizeOf(type));
    else for (let index = 0; index < count; index += 1) this.skipValue(undefined, depth + 1);
  }

  #skipNumber(type: string): void {
    this.#advance(this.#sizeOf(type));
  }

  #sizeOf(type: string): number {
    const size = sizes[type];
    if (size === undefined) {
      throw new RangeError(`unknown type ${JSON.stringify(type)} at byte ${this.offset - 1}`);
    }
    return size;
  }

  /** A length with its own type letter. */
  #length(): number {
    const type = this.#letter();
    const start = this.offset;
    this.#advance(this.#sizeOf(type));
    const length = this.#integer(type, start);
    if (!Number.isSafeInteger(length) || length < 0) {
      throw new RangeError(`bad length at byte ${start}`);
    }
    return length;
  }

  #integer(type: string, start: number): number {
    if (type === 'L') return Number(this.#view.getBigInt64(start));
    if (type === 'l') return this.#view.getInt32(start);
    if (type === 'I') return this.#view.getInt16(start);
    if (type === 'U') return this.#view.getUint8(start);
    return type === 'i' ? this.#view.getInt8(start) : NaN;
  }

  #peek(): string {
    const byte = this.#bytes[this.offset];
    if (byte === undefined) throw new RangeError(`the bytes end too early, at ${this.offset}`);
    return String.fromCharCode(byte);
  }

  #letter(): string {
    const letter = this.#peek();
    this.offset += 1;
    return letter;
  }

  #advance(count: number): void {
    if (count > this.#bytes.length - this.offset) {
      throw new RangeError(`the bytes end too early, at ${this.#bytes.length}`);
    }
    this.offset += count;
  }
}

/** @throws RangeError when the bytes are not one whole UBJSON value. */
export function checkUbjson(bytes: Uint8Array): void {
  const walker = new UbjsonWalker(bytes);
  walker.skipValue();
  if (walker.offset !== bytes.length) {
    throw new RangeError(`${bytes.length - walker.offset} bytes follow the model`);
  }
}

/** Where the value at a path of object keys begins and ends; undefined when there is none. */
export function locateValue(
  bytes: Uint8Array,
  path: readonly string[],
): [start: number, end: number] | undefined {
  let start = 0;
  for (const key of path) {
    const walker = new UbjsonWalker(bytes, start);
    let found: number | undefined;
    walker.skipValue((member) => {
      if (member === key) found = walker.offset;
    });
    if (found === undefined) return undefined;
    start = found;
  }
  const walker = new UbjsonWalker(bytes, start);
  walker.skipValue();
  return [start, walker.offset];
}
