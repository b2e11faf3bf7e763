import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { paramString, type ParamValue } from '../../src/wire/param-string.ts';

type Case = readonly [value: ParamValue, text: string];

const cases = JSON.parse(
  readFileSync(new URL('../fixtures/param-strings.json', import.meta.url), 'utf8'),
  (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$float' in value)) return value;
    const named = new Map([
      ['nan', NaN],
      ['inf', Infinity],
      ['-inf', -Infinity],
      ['-0.0', -0],
    ]);
    return named.get(String(value.$float));
  },
) as readonly Case[];

test('the fixture is whole', () => {
  expect(cases.length).toBeGreaterThan(300);
});

test('every value reads as Python’s str() writes it', () => {
  const wrong = cases.flatMap(([value, text]) => {
    const ours = paramString(value);
    return ours === text ? [] : [{ ours, text }];
  });
  expect(wrong).toEqual([]);
});

describe('what Python has no equal for', () => {
  test('a whole number has no .0', () => {
    expect([1, 6.0, 1e15].map(paramString)).toEqual(['1', '6', '1000000000000000']);
  });
  test('a bigint', () => {
    expect(paramString(9007199254740993n)).toBe('9007199254740993');
  });
  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['undefined in a list', [1, undefined]],
  ])('%s is refused', (_name, value) => {
    expect(() => paramString(value as ParamValue)).toThrow(
      expect.objectContaining({ name: 'EncodingError' }),
    );
  });
});
