import { EncodingError } from '../errors/encoding-error.ts';

/** The strings that MLflow takes and gives for what JSON has no number for. */
export type NonFinite = 'NaN' | 'Infinity' | '-Infinity';

/** NaN and infinities as the strings that MLflow reads; other numbers as they are. */
export function encodeMetricValue(value: number): number | NonFinite {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Infinity) return 'Infinity';
  return value === -Infinity ? '-Infinity' : value;
}

/** What MLflow's SQL stores keep in place of Infinity. */
const STORED_INFINITY = Number.MAX_VALUE;

/**
 * Reads a double of an answer: a number, one of the strings `NaN`, `Infinity`, `-Infinity`, or a decimal
 * string. A logged Infinity comes back as 1.7976931348623157e308; `{ storedInfinity: true }` turns that
 * number (and its negative) back into Infinity. Throws `EncodingError` on anything else.
 */
export function decodeMetricValue(
  value: unknown,
  options: { readonly storedInfinity?: boolean } = {},
): number {
  const number = typeof value === 'string' ? fromText(value) : value;
  if (typeof number !== 'number') {
    throw new EncodingError('number of the answer', `is ${JSON.stringify(value)}`);
  }
  const infinite = options.storedInfinity === true && Math.abs(number) === STORED_INFINITY;
  return infinite ? Math.sign(number) * Infinity : number;
}

function fromText(text: string): number | undefined {
  const number = Number(text);
  return text === 'NaN' || (text.trim() !== '' && !Number.isNaN(number)) ? number : undefined;
}
