import { describe, expect, test } from '@jest/globals';
import type { Column } from '@xgflow/data';
import { predictiveness } from '../../src/leakage/predictiveness.ts';

const labels = Float64Array.from([0, 0, 0, 0, 1, 1, 1, 1]);
const numeric = (...values: number[]): Column => ({
  kind: 'numeric',
  name: 'x',
  integer: false,
  missing: values.filter(Number.isNaN).length,
  values: Float64Array.from(values),
});
const categorical = (...codes: number[]): Column => ({
  kind: 'categorical',
  name: 'x',
  levels: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
  missing: codes.filter((code) => code < 0).length,
  codes: Int32Array.from(codes),
});

// Areas counted by hand: pairs in the right order out of 16, ties half.
const cases: readonly [string, Column, number][] = [
  ['in the order of the target', numeric(1, 2, 3, 4, 5, 6, 7, 8), 1],
  ['against it', numeric(8, 7, 6, 5, 4, 3, 2, 1), 1],
  ['one pair wrong', numeric(1, 2, 3, 5, 4, 6, 7, 8), 15 / 16],
  ['a constant', numeric(3, 3, 3, 3, 3, 3, 3, 3), 0.5],
  ['missing where positive', numeric(1, 2, 2, 1, NaN, NaN, NaN, NaN), 1],
  ['levels that are the target', categorical(0, 0, 0, 0, 1, 1, 1, 1), 1],
  ['levels seen once know nothing', categorical(0, 1, 2, 3, 4, 5, 6, 7), 0.5],
  ['a level missing where positive', categorical(0, 1, 0, 1, -1, -1, -1, -1), 1],
];

describe('how well one column alone ranks the rows', () => {
  test.each(cases)('%s', (_, column, area) => {
    expect(predictiveness(column, labels)).toBeCloseTo(area, 12);
  });
});
