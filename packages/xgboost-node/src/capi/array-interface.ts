import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { addressOf } from './memory.ts';

/** Typed arrays that the library reads. */
export type NumericArray =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

const typeStrings: readonly (readonly [new (length: number) => NumericArray, string])[] = [
  [Float32Array, '<f4'],
  [Float64Array, '<f8'],
  [Int8Array, '<i1'],
  [Uint8Array, '<u1'],
  [Int16Array, '<i2'],
  [Uint16Array, '<u2'],
  [Int32Array, '<i4'],
  [Uint32Array, '<u4'],
  [BigInt64Array, '<i8'],
  [BigUint64Array, '<u8'],
];

function typeString(array: NumericArray, argument: string): string {
  const found = typeStrings.find(([type]) => array instanceof type);
  if (found === undefined) {
    throw new InvalidArgumentError(
      `${argument} must be a typed array of floats or integers; copy it into a Float32Array`,
      argument,
    );
  }
  return found[1];
}

/** NumPy's array interface, version 3, as libxgboost reads it. */
export interface ArrayInterface {
  data: readonly [number, boolean];
  typestr: string;
  shape: readonly number[];
  version: 3;
  mask?: ArrayInterface;
}

/** An interface with the arrays whose memory it points to. */
export interface Described {
  readonly json: ArrayInterface;
  readonly arrays: readonly NumericArray[];
}

/** The same values where the element size divides the address; C refuses other addresses. */
function aligned(array: NumericArray): NumericArray {
  return addressOf(array) % array.BYTES_PER_ELEMENT === 0 ? array : array.slice();
}

/**
 * Describes row-major memory of `shape`.
 *
 * @throws InvalidArgumentError for an array of another kind, such as a DataView.
 */
export function describe(
  array: NumericArray,
  shape: readonly number[],
  argument: string,
): Described {
  const typestr = typeString(array, argument);
  const source = aligned(array);
  return {
    json: { data: [addressOf(source), true], typestr, shape, version: 3 },
    arrays: [source],
  };
}

/** Validity bits as Arrow packs them, least significant first: bit set = value present. */
export function describeWithMask(
  array: NumericArray,
  missing: (row: number) => boolean,
  argument: string,
): Described {
  const bits = new Uint8Array(Math.ceil(array.length / 8));
  for (let row = 0; row < array.length; row += 1) {
    if (!missing(row)) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
  }
  const values = describe(array, [array.length], argument);
  const mask: ArrayInterface = {
    data: [addressOf(bits), true],
    typestr: '<t1',
    shape: [array.length],
    version: 3,
  };
  return { json: { ...values.json, mask }, arrays: [...values.arrays, bits] };
}

/** JSON with the literal NaN and Infinity that the library's parser reads and JSON.stringify cannot write. */
export function jsonWithMissing(config: Record<string, unknown>, missing: number): string {
  const text = JSON.stringify(config).slice(1, -1);
  return `{"missing":${missing}${text === '' ? '' : `,${text}`}}`;
}
