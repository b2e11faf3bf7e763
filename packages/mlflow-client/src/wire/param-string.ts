import { EncodingError } from '../errors/encoding-error.ts';
import { floatRepr, stringRepr } from './python-repr.ts';

/** What a param may be: MLflow stores strings only, and Python's client makes them with `str()`. */
export type ParamValue =
  | string
  | number
  | boolean
  | bigint
  | null
  | readonly ParamValue[]
  | { readonly [key: string]: ParamValue };

/**
 * The string that Python's client would log for the same value: `true` → `True`, `null` → `None`,
 * `0.1` → `0.1`, `1e21` → `1e+21`, `1e-7` → `1e-07`, NaN → `nan`, `[1, 'a']` → `[1, 'a']`. JavaScript cannot
 * tell 1.0 from 1, so a whole number below 1e16 has no `.0`. Throws `EncodingError` on anything else
 * (undefined, functions, dates).
 */
export function paramString(value: ParamValue): string {
  return paramText('param value', value);
}

/** {@link paramString} whose error names `field`. */
export function paramText(field: string, value: ParamValue): string {
  return typeof value === 'string' ? value : repr(value, field);
}

function repr(value: unknown, field: string): string {
  if (typeof value === 'string') return stringRepr(value);
  if (typeof value === 'number') return floatRepr(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return containerRepr(value, field);
}

function containerRepr(value: unknown, field: string): string {
  if (value === null) return 'None';
  if (Array.isArray(value)) return `[${value.map((one) => repr(one, field)).join(', ')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const pairs = Object.entries(value).map(
      ([key, one]) => `${stringRepr(key)}: ${repr(one, field)}`,
    );
    return `{${pairs.join(', ')}}`;
  }
  const kind = typeof value === 'object' ? 'such an object' : typeof value;
  throw new EncodingError(field, `is ${kind}, which has no agreed text`, 'pass a string');
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
