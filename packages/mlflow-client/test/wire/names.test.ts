import { describe, expect, test } from '@jest/globals';
import {
  checkAlias,
  checkExperimentName,
  checkKey,
  checkLoggedModelName,
  checkRegisteredModelName,
} from '../../src/wire/names.ts';
import { ALIASES, KEYS, LOGGED_MODEL_NAMES, MODEL_NAMES, STRICTER_KEYS } from './name-cases.ts';

const verdict = (check: () => string): boolean => {
  try {
    check();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ name: 'EncodingError' });
    return false;
  }
};

test.each(KEYS)('key %j: %p', (key, accepted) => {
  expect(verdict(() => checkKey('param', key))).toBe(accepted);
});

test.each(STRICTER_KEYS)('key %j: refused here only', (key) => {
  expect(verdict(() => checkKey('tag', key))).toBe(false);
});

test.each(MODEL_NAMES)('registered model %j: %p', (name, accepted) => {
  expect(verdict(() => checkRegisteredModelName(name))).toBe(accepted);
});

test.each(ALIASES)('alias %j: %p', (alias, accepted) => {
  expect(verdict(() => checkAlias(alias))).toBe(accepted);
});

test.each(LOGGED_MODEL_NAMES)('logged model %j: %p', (name, accepted) => {
  expect(verdict(() => checkLoggedModelName(name))).toBe(accepted);
});

describe('experiment names', () => {
  test.each<[string, boolean]>([
    ['claims', true],
    ['claims/2026 #1 ü', true],
    ['', false],
    ['a\nb', false],
    ['x'.repeat(500), true],
    ['x'.repeat(501), false],
  ])('%j: %p', (name, accepted) => {
    expect(verdict(() => checkExperimentName(name))).toBe(accepted);
  });
});

test('an empty logged model name is refused here only: the server would invent one', () => {
  expect(verdict(() => checkLoggedModelName(''))).toBe(false);
});
