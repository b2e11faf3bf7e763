import { expect, test } from '@jest/globals';
import { rounded, thresholdText } from '../../src/report/captions.ts';

test('a threshold of a rare event is not 0, and none has zeros behind', () => {
  expect([0.5, 0.123456, 0.0000312, 1].map(thresholdText)).toEqual([
    '0.5',
    '0.1235',
    '0.0000312',
    '1',
  ]);
});

test('metrics of any scale keep their digits; what is not known is a dash', () => {
  expect([0.81234, 0.00004321, 12_345.678, undefined, NaN, Infinity].map(rounded)).toEqual([
    '0.8123',
    '0.00004321',
    '12346',
    '–',
    '–',
    '–',
  ]);
});
