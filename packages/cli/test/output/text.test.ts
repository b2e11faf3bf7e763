import { describe, expect, test } from '@jest/globals';
import { plainJson, plainText } from '../../src/output/plain-text.ts';
import { scrubber } from '../../src/output/scrub.ts';
import { duration } from '../../src/output/duration.ts';

describe('plainText', () => {
  test.each([
    ['plain', 'Zufriedenheit ± 0.1 – 客户 🙂', 'Zufriedenheit ± 0.1 – 客户 🙂'],
    ['line breaks', 'a\r\n\tb\u2028c', 'a b c'],
    ['colour and cursor', '\u001b[2J\u001b[31mred\u001b]0;title\u0007', '[2J[31mred]0;title'],
    ['C1 controls and DEL', 'a\u009b31mb\u007f', 'a31mb'],
    ['text direction', 'abc\u202egpj.exe\u2066', 'abcgpj.exe'],
  ])('%s', (_, given, expected) => {
    expect(plainText(given)).toBe(expected);
  });
});

test('plainJson loses nothing and holds no control character', () => {
  const value = { name: '\u001b[31m\u009b\u202e\u2028\u007f🙂' };
  const text = plainJson(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(plainText(text)).toBe(text);
});

describe('scrubber', () => {
  const scrub = scrubber({
    MLFLOW_TRACKING_TOKEN: 'canary-token',
    MLFLOW_TRACKING_PASSWORD: 'canary-token-longer',
    AWS_SECRET_ACCESS_KEY: 'aws/canary+key',
    XGFLOW_TOKEN: 'ab',
    HOME: '/home/canary',
  });
  test.each([
    ['Bearer canary-token.', 'Bearer ***.'],
    ['canary-token-longer', '***'],
    ['key aws/canary+key', 'key ***'],
    ['http://user:pass@host/x and redis://:p@h', 'http://***@host/x and redis://***@h'],
    ['a short one is no secret: abc', 'a short one is no secret: abc'],
    ['/home/canary me@example.org', '/home/canary me@example.org'],
  ])('%s', (given, expected) => {
    expect(scrub(given)).toBe(expected);
  });
});

test.each([
  [400, '0 s'],
  [59_400, '59 s'],
  [60_000, '1 min'],
  [200_000, '3 min 20 s'],
  [7_500_000, '2 h 5 min'],
  [Number.NaN, '?'],
  [-1, '?'],
])('duration of %d ms is %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});
