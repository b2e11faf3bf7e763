import { call, copyString, copyStrings, countIn, outCell, pointerIn } from '../capi/index.ts';
import type { Pointer } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';

function checkText(text: string, argument: string): void {
  if (!text.includes('\0')) return;
  throw new InvalidArgumentError(
    `${argument} holds a NUL character, which C would cut off; remove it`,
    argument,
  );
}

/** The text stored under `key`, or undefined. */
export function getAttribute(booster: Pointer, key: string): string | undefined {
  checkText(key, 'key');
  const [text, found] = [outCell(), new Int32Array(1)];
  call('XGBoosterGetAttr', booster, key, text, found);
  return found[0] === 0 ? undefined : copyString(pointerIn(text));
}

/** Stores a text, or deletes it with undefined. */
export function setAttribute(booster: Pointer, key: string, value: string | undefined): void {
  checkText(key, 'key');
  if (value !== undefined) checkText(value, 'value');
  call('XGBoosterSetAttr', booster, key, value ?? null);
}

/** Every stored text. */
export function getAttributes(booster: Pointer): Map<string, string> {
  const [length, names] = [outCell(), outCell()];
  call('XGBoosterGetAttrNames', booster, length, names);
  const keys = countIn(length) === 0 ? [] : copyStrings(pointerIn(names), countIn(length));
  return new Map(keys.map((key) => [key, getAttribute(booster, key) ?? '']));
}
