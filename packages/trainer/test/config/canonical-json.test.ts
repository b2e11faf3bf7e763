import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../src/config/canonical-json.ts';
import { configHash } from '../../src/config/config-hash.ts';

test.each([
  [
    'keys are sorted by code unit',
    { b: 1, a: 2, B: 3, é: 4, a1: 5 },
    '{"B":3,"a":2,"a1":5,"b":1,"é":4}',
  ],
  ['at every depth', { a: [{ d: 1, c: 2 }] }, '{"a":[{"c":2,"d":1}]}'],
  ['lists keep their order', [3, 1, 2], '[3,1,2]'],
  ['numbers are shortest', [1.0, 0.1, 1e21, 1e-7, -0], '[1,0.1,1e+21,1e-7,0]'],
  ['keys without a value are left out', { a: undefined, b: null }, '{"b":null}'],
  ['text is escaped', 'a"\n\u2028', '"a\\"\\n\u2028"'],
])('%s', (_, value, json) => {
  expect(canonicalJson(value)).toBe(json);
});

test.each([Number.NaN, Infinity, 1n, undefined, [undefined], { a: () => 1 }])(
  '%p has none',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);

test('it is JSON of the same value, whatever the order of keys', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, shuffled(member)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      expect(canonicalJson(shuffled(plain))).toBe(canonicalJson(plain));
    }),
  );
});

describe('configHash', () => {
  // printf '{"a":1}' | sha256sum
  test('is the start of the SHA-256 of the canonical JSON', () => {
    expect(configHash({ a: 1 })).toBe('015abd7f5cc57a2d');
  });
});
