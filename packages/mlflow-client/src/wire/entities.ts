import { EncodingError } from '../errors/encoding-error.ts';
import { LIMITS } from './limits.ts';
import { checkKey } from './names.ts';
import { paramString, type ParamValue } from './param-string.ts';
import { checkText } from './text.ts';

/** A param or tag as it goes on the wire. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

/** A param that the server stores whole. Throws `EncodingError` on a bad key and above 6000 characters. */
export function encodeParam(key: string, value: ParamValue): KeyValue {
  checkKey('param', key);
  const field = `param '${key}' value`;
  return { key, value: checkText(field, paramString(value), LIMITS.paramValueLength) };
}

/** A run tag that the server stores whole. Throws `EncodingError` on a bad key and above 8000 characters. */
export function encodeTag(key: string, value: string): KeyValue {
  checkKey('tag', key);
  if (typeof value !== 'string') {
    throw new EncodingError(`tag '${key}' value`, `is ${typeof value}, not a string`);
  }
  return { key, value: checkText(`tag '${key}' value`, value, LIMITS.tagValueLength) };
}
