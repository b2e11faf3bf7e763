import koffi from 'koffi';
import { call } from './check.ts';
import type { Pointer } from './functions.ts';
import { libc } from './libc.ts';

/** A cell for an out parameter of 8 bytes: a pointer, a handle, a length. */
export function outCell(): BigUint64Array {
  return new BigUint64Array(1);
}

/** The value that the call wrote into the cell. */
export function pointerIn(cell: BigUint64Array): Pointer {
  return cell[0] ?? 0n;
}

/** A length or count that the call wrote into the cell; the library's are below 2^53. */
export function countIn(cell: BigUint64Array): number {
  return Number(cell[0] ?? 0n);
}

/**
 * Copies `length` bytes out of the library's memory. Its result buffers are overwritten by the next
 * call on the same object, so nothing here ever returns a view.
 */
export function copyBytes(pointer: Pointer, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  // A view of foreign memory, koffi's other way, is freed only when the event loop turns: a long loop of predictions would pile them up.
  if (length > 0) libc().memcpy(bytes, pointer, length);
  return bytes;
}

export function copyFloats(pointer: Pointer, length: number): Float32Array<ArrayBuffer> {
  return new Float32Array(copyBytes(pointer, length * 4).buffer);
}

/** Reads an array of uint64, such as a result shape. */
export function copyCounts(pointer: Pointer, length: number): number[] {
  return Array.from(new BigUint64Array(copyBytes(pointer, length * 8).buffer), Number);
}

/** Reads a NUL-terminated UTF-8 string. */
export function copyString(pointer: Pointer): string {
  return koffi.decode.string(pointer);
}

/** Reads an array of C strings. */
export function copyStrings(pointer: Pointer, length: number): string[] {
  const pointers = new BigUint64Array(copyBytes(pointer, length * 8).buffer);
  return Array.from(pointers, copyString);
}

type StringListFunction = 'XGDMatrixGetStrFeatureInfo' | 'XGBoosterGetStrFeatureInfo';

/** Reads `feature_name` or `feature_type`; undefined when none were set. */
export function featureInfo(
  name: StringListFunction,
  handle: Pointer,
  field: 'feature_name' | 'feature_type',
): string[] | undefined {
  const [length, strings] = [outCell(), outCell()];
  call(name, handle, field, length, strings);
  return countIn(length) === 0 ? undefined : copyStrings(pointerIn(strings), countIn(length));
}
