import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isIntegerText, parseNumber } from '../../src/cells/parse-number.ts';

describe('the grammar of a number is that of pandas', () => {
  test.each([
    ['0', 0],
    ['-0', -0],
    ['007', 7],
    ['+1', 1],
    ['1.', 1],
    ['.5', 0.5],
    ['0.5', 0.5],
    ['-.5e-3', -0.0005],
    ['1E3', 1000],
    [' 1 ', 1],
    ['\t1.5', 1.5],
    ['0e5', 0],
    ['9007199254740993', 9007199254740992],
    ['1e-400', 0],
    ['1e400', Infinity],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['+INF', Infinity],
  ])('%j is %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each([
    '',
    ' ',
    '0x10',
    '0b1',
    '0o7',
    '1_0',
    '1,5',
    '1 2',
    'e3',
    '1e',
    '1e+',
    '--1',
    '+',
    '.',
    '٣',
    '\u00a01',
    '1\u00a0',
    '1n',
    '$1',
    'nan',
    'infin',
    '0x1.5',
    '1e5.0',
  ])('%j is none', (text) => {
    expect(parseNumber(text)).toBeNaN();
  });

  test('a very long text that is almost a number takes no time', () => {
    expect(parseNumber(`${'1'.repeat(500_000)}x`)).toBeNaN();
  });

  test('integers are told by their text', () => {
    expect(['7', '-7', ' 07', '7.', '7.0', '7e0', '7E0'].map(isIntegerText)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('values are those of Number() to the last bit', () => {
  const digits = fc.stringMatching(/^\d{0,18}$/);
  const sign = fc.constantFrom('', '-', '+');

  test('decimals with any number of digits before and after the point', () => {
    fc.assert(
      fc.property(sign, digits, digits, (begin, whole, fraction) => {
        fc.pre(whole + fraction !== '');
        const text = `${begin}${whole}.${fraction}`;
        expect(parseNumber(text)).toBe(Number(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('integers', () => {
    fc.assert(
      fc.property(sign, fc.stringMatching(/^\d{1,18}$/), (begin, whole) => {
        expect(parseNumber(begin + whole)).toBe(Number(begin + whole));
      }),
    );
  });

  test('every float as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(parseNumber(String(value))).toBe(Number(String(value)));
      }),
    );
  });

  test.each([
    ['9007199254740992', 9007199254740992],
    ['9007199254740993', 9007199254740992],
    ['999999999999999', 999999999999999],
    ['9999999999999999', 10000000000000000],
    ['0.000000000000001', 1e-15],
    ['0.1', 0.1],
    ['-0.0', -0],
  ])('%s, at the bounds of the short way', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
});
