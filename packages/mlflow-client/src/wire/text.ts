import { EncodingError } from '../errors/encoding-error.ts';
import { hasLoneSurrogate } from './lone-surrogate.ts';

/** Length as Python's `len` counts it: code points, not UTF-16 units. */
export function codePoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    if ((text.codePointAt(i) ?? 0) > 0xffff) i += 1;
    count += 1;
  }
  return count;
}

/**
 * Returns a value that the server stores as it is. Throws `EncodingError` on what is no string (the server answers 200 and
 * loses it with all that follows), more than `limit` code points, NUL (a 500 on Postgres) and lone surrogates (no UTF-8
 * exists for them).
 */
export function checkText(field: string, text: string, limit = Infinity): string {
  if (typeof text !== 'string') throw new EncodingError(field, `is ${typeof text}, not a string`);
  if (text.length > limit && codePoints(text) > limit) {
    throw new EncodingError(
      field,
      `has ${codePoints(text)} characters, the server keeps ${limit}`,
      'log it as an artifact instead',
    );
  }
  if (text.includes('\0')) throw new EncodingError(field, 'holds a NUL character', 'remove it');
  if (hasLoneSurrogate(text)) {
    throw new EncodingError(field, 'has a lone surrogate', 'pass well-formed Unicode');
  }
  return text;
}
