import { expect, test } from '@jest/globals';
import { meanInterval, ratioInterval } from '../../src/metrics/ratio-interval.ts';

// Against SciPy and NumPy on hundreds of rows: report/insight/value-slices.test.ts.
test('of one row the value is known and its bounds are not; of no row nothing is', () => {
  expect(meanInterval(Float64Array.of(3))).toEqual({ value: 3, low: NaN, high: NaN });
  expect(meanInterval(new Float64Array())).toEqual({ value: NaN, low: NaN, high: NaN });
});

test('wholes that add up to 0 have no ratio', () => {
  const wholes = Float64Array.of(1, -1);
  expect(ratioInterval(Float64Array.of(1, 2), wholes)).toEqual({ value: NaN, low: NaN, high: NaN });
});

test('rows of one ratio leave no doubt', () => {
  const wholes = Float64Array.of(1, 2, 3);
  expect(
    ratioInterval(
      wholes.map((whole) => whole * 4),
      wholes,
    ),
  ).toEqual({
    ...{ value: 4, low: 4, high: 4 },
  });
});

test('more confidence is wider', () => {
  const values = Float64Array.of(1, 2, 4, 8);
  const [usual, sure] = [meanInterval(values), meanInterval(values, 0.999)];
  expect(sure.low).toBeLessThan(usual.low);
  expect(sure.high - 3.75).toBeCloseTo(3.75 - sure.low, 10);
});
