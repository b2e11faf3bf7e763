import { EncodingError } from '../errors/encoding-error.ts';

/** Returns a safe integer, which may be negative; a fraction is lost as that of a timestamp is. */
export function checkStep(field: string, value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new EncodingError(field, `is ${String(value)}, not a safe integer`);
}
