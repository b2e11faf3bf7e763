import { expect, test } from '@jest/globals';
import { percent, points, short, shown, signed } from '../../src/page/browser/numbers.ts';

test.each([
  ['of a large number all before the point', shown(152_292.4), '152,292'],
  ['of a small one four digits', shown(12.34567), '12.35'],
  ['a year stays one', short(2024), '2,024'],
  ['three digits where there is little room', short(0.123456), '0.123'],
  ['a very large number', short(1.2345e20), '123,000,000,000,000,000,000'],
  ['a gain has its plus', signed(0.5), '+0.5'],
  ['a loss its minus', signed(-1234.4), '−1,234'],
  ['a probability', percent(0.12345), '12.3 %'],
  ['a small one', percent(0.0012), '0.12 %'],
  ['what is nearly impossible is not 0 %', percent(1e-7), '< 0.01 %'],
  ['what is nearly certain is not 100 %', percent(0.99999), '> 99.9 %'],
  ['never', percent(0), '0 %'],
  ['always', percent(1), '100 %'],
  ['a difference', points(-0.0234), '−2.3 points'],
  ['one that is hardly any', points(1e-6), '+<0.01 points'],
  ['none', points(0), '+0 points'],
])('%s', (_, text, expected) => {
  expect(text).toBe(expected);
});
