import { describe, expect, test } from '@jest/globals';
import { encodeParam, encodeTag } from '../../src/wire/entities.ts';
import { encodeJsonBody } from '../../src/wire/json-body.ts';
import { codePoints } from '../../src/wire/text.ts';

test.each<[string, number]>([
  ['', 0],
  ['abc', 3],
  ['😀', 1],
  ['e\u0301', 2],
  ['a😀b', 3],
])('%j has %d characters for Python', (text, count) => {
  expect(codePoints(text)).toBe(count);
});

describe('params and tags', () => {
  test('the longest values go', () => {
    expect(encodeParam('a', '😀'.repeat(6000)).value).toHaveLength(12_000);
    expect(encodeTag('a', 'x'.repeat(8000)).value).toHaveLength(8000);
  });
  test('numbers and booleans become strings', () => {
    expect(encodeParam('depth', 6)).toEqual({ key: 'depth', value: '6' });
    expect(encodeParam('on', true)).toEqual({ key: 'on', value: 'True' });
  });
  test.each<[string, () => unknown, RegExp]>([
    [
      'a long param',
      () => encodeParam('a', 'x'.repeat(6001)),
      /6001 characters, the server keeps 6000/,
    ],
    ['3001 × 2 emoji', () => encodeParam('a', '😀'.repeat(6001)), /6001 characters/],
    [
      'a long tag',
      () => encodeTag('a', 'x'.repeat(8001)),
      /8001 characters, the server keeps 8000/,
    ],
    ['NUL', () => encodeParam('a', 'x\0y'), /NUL/],
    ['half an emoji', () => encodeTag('a', '\ud83d'), /lone surrogate/],
    ['a number as tag', () => encodeTag('a', 5 as unknown as string), /is number, not a string/],
    ['a bad key', () => encodeTag('a//b', 'x'), /would resolve to another name/],
  ])('%s is refused', (_name, encode, message) => {
    expect(encode).toThrow(message);
  });
});

describe('encodeJsonBody', () => {
  test('plain data goes', () => {
    expect(encodeJsonBody({ a: [1, 'x', null, true], b: undefined })).toBe(
      '{"a":[1,"x",null,true]}',
    );
  });
  test.each<[string, unknown, RegExp]>([
    ['NaN', { metrics: [{ value: NaN }] }, /request field "value" is NaN/],
    ['Infinity', { value: -Infinity }, /is -Infinity/],
    ['a bigint', { step: 5n }, /"step" is a bigint/],
    ['half an emoji', { tags: [{ value: 'a\udc00' }] }, /"value" has a lone surrogate/],
    ['half an emoji as key', { 'a\ud83d': 1 }, /lone surrogate/],
  ])('%s is refused', (_name, body, message) => {
    expect(() => encodeJsonBody(body)).toThrow(message);
  });
});
