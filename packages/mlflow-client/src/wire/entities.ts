import { LIMITS } from './limits.ts';
import { checkKey } from './names.ts';
import { paramText, type ParamValue } from './param-string.ts';
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
  return { key, value: checkText(field, paramText(field, value), LIMITS.paramValueLength) };
}

/**
 * A tag that the server stores whole; `limit` characters is what it takes of the value. Default: that of a run's tag.
 * Throws `EncodingError` on a bad key and a longer value.
 */
export function encodeTag(
  key: string,
  value: string,
  limit: number = LIMITS.tagValueLength,
): KeyValue {
  checkKey('tag', key);
  return { key, value: checkText(`tag '${key}' value`, value, limit) };
}

/** {@link encodeTag} for many. */
export function encodeTags(
  tags: Readonly<Record<string, string>>,
  limit: number = LIMITS.tagValueLength,
): KeyValue[] {
  return Object.entries(tags).map(([key, value]) => encodeTag(key, value, limit));
}

/** Params of a logged model, whose keys and values may be any text. Throws `EncodingError` above 255 characters of a key. */
export function encodeModelParams(params: Readonly<Record<string, ParamValue>>): KeyValue[] {
  return Object.entries(params).map(([key, value]) => {
    const field = `param '${key}' value`;
    checkText(`param key ${JSON.stringify(key)}`, key, LIMITS.loggedModelKeyLength);
    return { key, value: checkText(field, paramText(field, value)) };
  });
}

/** Tags of a logged model; {@link encodeModelParams} but for the values, which must be strings. */
export function encodeModelTags(tags: Readonly<Record<string, string>>): KeyValue[] {
  return Object.entries(tags).map(([key, value]) => ({
    key: checkText(`tag key ${JSON.stringify(key)}`, key, LIMITS.loggedModelKeyLength),
    value: checkText(`tag '${key}' value`, value),
  }));
}
