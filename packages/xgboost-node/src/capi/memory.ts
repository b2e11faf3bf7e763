import koffi from 'koffi';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';

/** Arrays whose addresses a running call was given; held here so that they cannot be collected meanwhile. */
const inCall = new Set<object>();

/** Keeps `arrays` alive until `run` has returned. */
export function keepAlive<Result>(arrays: readonly object[], run: () => Result): Result {
  for (const array of arrays) inCall.add(array);
  try {
    return run();
  } finally {
    for (const array of arrays) inCall.delete(array);
  }
}

/**
 * The address of an array's first element, as a number for JSON.
 * Reading `buffer` first moves a small array that V8 keeps inside its object to memory that does not move.
 */
export function addressOf(array: NodeJS.TypedArray): number {
  if (array.buffer.byteLength === 0) {
    throw new InvalidArgumentError(
      'an array has no memory: it is empty, or was transferred to another thread; give a filled one',
      'values',
    );
  }
  return Number(koffi.address(array));
}

/** C strings laid out one after the other, and the array of their addresses. */
export interface CStrings {
  readonly pointers: BigUint64Array;
  /** Must stay alive as long as `pointers` is used. */
  readonly bytes: Uint8Array;
}

/** @throws InvalidArgumentError for a string with a NUL, which C would cut off. */
export function toCStrings(strings: readonly string[], argument: string): CStrings {
  const encoder = new TextEncoder();
  const parts = strings.map((text) => {
    if (text.includes('\0')) {
      throw new InvalidArgumentError(
        `${argument} holds a NUL character in ${JSON.stringify(text)}; remove it`,
        argument,
      );
    }
    return encoder.encode(`${text}\0`);
  });
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 1));
  const pointers = new BigUint64Array(strings.length);
  const start = BigInt(addressOf(bytes));
  let offset = 0;
  for (const [index, part] of parts.entries()) {
    bytes.set(part, offset);
    pointers[index] = start + BigInt(offset);
    offset += part.length;
  }
  return { pointers, bytes };
}
