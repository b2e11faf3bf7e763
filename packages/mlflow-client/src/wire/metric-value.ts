import { EncodingError } from '../errors/encoding-error.ts';

/** The strings that MLflow takes and gives for what JSON has no number for. */
export type NonFinite = 'NaN' | 'Infinity' | '-Infinity';

/** NaN and infinities as the strings that MLflow reads; other numbers as they are. */
export function encodeMetricValue(value: number): number | NonFinite {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Infinity) return 'Infinity';
  return value === -Infinity ? '-Infinity' : value;
}

/**
 * Reads a double of an answer: a number, one of the strings `NaN`, `Infinity`, `-Infinity`, or a decimal
 * string. A logged Infinity comes back as 1.7976931348623157e308 from MLflow's SQL stores. Throws
 * `EncodingError` on anything else.
 */
export function decodeMetricValue(value: unknown): number {
  const number = typeof value === 'string' ? fromText(value) : value;
  if (typeof number === 'number') return number;
  throw new EncodingError('number of the answer', `is ${JSON.stringify(value)}`);
}

function fromText(text: string): number | undefined {
  const number = Number(text);
  return text === 'NaN' || (text.trim() !== '' && !Number.isNaN(number)) ? number : undefined;
}
