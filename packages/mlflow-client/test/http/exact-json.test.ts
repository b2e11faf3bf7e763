import { expect, test } from '@jest/globals';
import { parseExactJson } from '../../src/http/exact-json.ts';

test.each<[string, unknown]>([
  ['{"step": 5}', { step: 5 }],
  ['{"step": 9007199254740991}', { step: 9_007_199_254_740_991 }],
  ['{"step": 9007199254740992}', { step: '9007199254740992' }],
  ['{"step": -9223372036854775808}', { step: '-9223372036854775808' }],
  ['{"a": [1, 9223372036854775807]}', { a: [1, '9223372036854775807'] }],
  ['{"v": 1.7976931348623157e308}', { v: Number.MAX_VALUE }],
  ['{"v": 0.12345678901234567}', { v: 0.12345678901234567 }],
  ['{"v": 1e+300, "w": 5e-324}', { v: 1e300, w: 5e-324 }],
  ['{"digest": "12345678901234567890"}', { digest: '12345678901234567890' }],
])('%s', (text, value) => {
  expect(parseExactJson(text)).toEqual(value);
});

test('__proto__ is a plain key', () => {
  const value = parseExactJson('{"__proto__": {"x": 9223372036854775807}}') as object;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.keys(value)).toEqual(['__proto__']);
});

test('cut JSON throws', () => {
  expect(() => parseExactJson('{"step": 92233720368547758')).toThrow(SyntaxError);
});
