import { EncodingError } from '../errors/encoding-error.ts';
import { hasLoneSurrogate } from './lone-surrogate.ts';

/**
 * `JSON.stringify` that refuses what MLflow would silently lose: NaN and infinities (JSON turns them
 * into null), bigints, lone surrogates (the server drops the rest of the batch). Throws `EncodingError`
 * naming the field.
 */
export function encodeJsonBody(body: unknown): string {
  const text = JSON.stringify(body, (key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new EncodingError(field(key), `is ${value}, which JSON cannot hold`, 'encode it first');
    }
    if (typeof value === 'bigint') {
      throw new EncodingError(field(key), 'is a bigint', 'pass a safe integer');
    }
    if (hasLoneSurrogate(key) || (typeof value === 'string' && hasLoneSurrogate(value))) {
      throw new EncodingError(field(key), 'has a lone surrogate', 'pass well-formed Unicode');
    }
    return value;
  });
  return text;
}

function field(key: string): string {
  return key === '' ? 'the request body' : `request field ${JSON.stringify(key)}`;
}
