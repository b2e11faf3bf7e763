import { EncodingError } from '../errors/encoding-error.ts';
import { LIMITS } from './limits.ts';
import { checkText } from './text.ts';

/** Python's `\w` is letters, numbers and underscore of all scripts, but no combining marks. */
const KEY = /^[/\p{L}\p{N}_.\- :]*$/u;
const ALIAS = /^[\p{L}\p{N}_-]+$/u;
const CONTROL = /\p{Cc}/u;

/**
 * Returns a metric, param or tag key that the server accepts, else throws `EncodingError`. Keys may act
 * as file paths, so they must not resolve to another name. Stricter than the server in one point: it
 * lets a newline at the end pass.
 */
export function checkKey(kind: 'metric' | 'param' | 'tag', key: string): string {
  const field = `${kind} key ${JSON.stringify(key)}`;
  checkText(field, key, LIMITS.keyLength);
  if (!KEY.test(key)) {
    throw new EncodingError(
      field,
      'has a character that MLflow refuses',
      'use letters, digits, _ - . : / and spaces',
    );
  }
  checkResolved(field, key);
  return key;
}

/** Returns an experiment name: anything but empty, control characters and more than 500 characters. */
export function checkExperimentName(name: string): string {
  const field = `experiment name ${JSON.stringify(name)}`;
  checkPrintable(field, name, LIMITS.experimentNameLength);
  if (name === '') throw new EncodingError(field, 'is empty');
  return name;
}

/** Returns a registered model name: no `/`, no `:`, not blank, nothing that resolves to another path. */
export function checkRegisteredModelName(name: string): string {
  const field = `registered model name ${JSON.stringify(name)}`;
  checkPrintable(field, name, LIMITS.keyLength);
  if (name.trim() === '') throw new EncodingError(field, 'is blank');
  if (/[/:]/.test(name)) throw new EncodingError(field, 'must not hold / or :');
  checkResolved(field, name);
  return name;
}

/** Returns a logged model name: not empty, none of `/ : . % " '`. */
export function checkLoggedModelName(name: string): string {
  const field = `model name ${JSON.stringify(name)}`;
  checkPrintable(field, name, LIMITS.loggedModelNameLength);
  if (name === '') throw new EncodingError(field, 'is empty');
  if (/[/:.%"']/.test(name)) throw new EncodingError(field, `must not hold any of / : . % " '`);
  return name;
}

/** Returns a model alias: letters, digits, `_`, `-`; neither `latest` nor `v` with digits. */
export function checkAlias(alias: string): string {
  const field = `alias ${JSON.stringify(alias)}`;
  checkText(field, alias, LIMITS.aliasLength);
  if (!ALIAS.test(alias)) throw new EncodingError(field, 'may hold only letters, digits, _ and -');
  if (/^(latest|v\d+)$/i.test(alias)) throw new EncodingError(field, 'is reserved by MLflow');
  return alias;
}

function checkPrintable(field: string, text: string, limit: number): void {
  checkText(field, text, limit);
  if (CONTROL.test(text)) throw new EncodingError(field, 'holds a control character', 'remove it');
}

/** The server asks that `posixpath.normpath(name)` equals the name and leads nowhere else. */
function checkResolved(field: string, name: string): void {
  const odd = name.split('/').some((segment) => ['', '.', '..'].includes(segment));
  if (odd || name.startsWith('..')) {
    throw new EncodingError(field, 'would resolve to another name when used as a path');
  }
}
