import { expect, test } from '@jest/globals';
import { gainPoints } from '../../../src/report/tables/gains.ts';
import { referenceCases } from '../reference.ts';

const cases = referenceCases.filter(({ expected }) => expected.gains);

test.each(cases)('cumulative gain and lift: $name', ({ rows, expected }) => {
  const [first, ...points] = gainPoints(rows);
  expect(first).toEqual({ threshold: null, rows_share: 0, gain: 0, lift: null });
  expect({
    rows_share: points.map((point) => point.rows_share),
    gain: points.map((point) => point.gain),
    lift: points.map((point) => point.lift),
  }).toEqual(expected.gains);
});
