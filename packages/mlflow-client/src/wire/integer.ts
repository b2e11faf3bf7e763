import { EncodingError } from '../errors/encoding-error.ts';

/**
 * Reads an int64 of an answer: a number when a JavaScript number holds it exactly, else a bigint. The
 * transport hands on integers beyond 2^53 − 1 as decimal strings. Throws `EncodingError` on anything else.
 */
export function decodeInteger(value: unknown): number | bigint {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (typeof value !== 'string' || !/^-?\d+$/.test(value)) {
    throw new EncodingError('integer of the answer', `is ${JSON.stringify(value)}`);
  }
  return Number.isSafeInteger(Number(value)) ? Number(value) : BigInt(value);
}
