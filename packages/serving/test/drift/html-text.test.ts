import { expect, test } from '@jest/globals';
import { measureText, numberText, pValueText } from '../../src/drift/html/text.ts';

test('nothing that is not 0 is shown as 0', () => {
  expect([0.00000012345, 0.012345, 12345.6].map(numberText)).toEqual([
    '1.235e−7',
    '0.01235',
    '12\u2009350',
  ]);
  expect([0, 0.0004, 0.0006, 0.25].map(measureText)).toEqual([
    '0.000',
    '&lt; 0.001',
    '0.001',
    '0.250',
  ]);
  expect([0, 0.0004, 0.04].map(pValueText)).toEqual(['&lt; 1e−12', '4.0e−4', '0.040']);
});

test('large numbers stand in thousands', () => {
  const numbers = [9999.4, 52_217_340, -123_456, 1e22, -1.5e-9].map(numberText);
  expect(numbers).toEqual(['9999', '52\u2009220\u2009000', '−123\u2009500', '1e+22', '−1.5e−9']);
});
