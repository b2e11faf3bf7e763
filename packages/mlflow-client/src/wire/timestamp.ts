import { EncodingError } from '../errors/encoding-error.ts';

/**
 * Returns whole milliseconds since 1970. The server answers a fraction with 200, stores 0 and loses what stands behind it in
 * the request, so it is refused here.
 */
export function checkTimestamp(field: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new EncodingError(
    field,
    `is ${String(value)}, not whole milliseconds since 1970`,
    'use Date.now(), not performance.now()',
  );
}
