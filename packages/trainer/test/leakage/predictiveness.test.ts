import { describe, expect, test } from '@jest/globals';
import { Table } from '@xgflow/data';
import type { Column } from '@xgflow/data';
import { findLeaks } from '../../src/leakage/find-leaks.ts';
import { levelMeans, levelsOf } from '../../src/leakage/level-means.ts';
import { classSeparation, predictiveness } from '../../src/leakage/predictiveness.ts';
import { valueCorrelation } from '../../src/leakage/value-correlation.ts';

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

describe('of several classes and of numbers', () => {
  const rows = Array.from({ length: 400 }, (_, row) => row);
  const classes = Float64Array.from(rows, (row) => (row * 7) % 3);
  const values = Float64Array.from(rows, (row) => ((row * 37) % 101) ** 2 / 10);
  const noise = numeric(...rows.map((row) => (row * 29) % 83));
  const copied = (of: (row: number) => number): Column => numeric(...rows.map(of));

  test('a copy of the classes tells them all, also as levels; noise does not', () => {
    expect(
      classSeparation(
        copied((row) => 5 - classes[row]!),
        classes,
        3,
      ),
    ).toBe(1);
    expect(classSeparation(categorical(...classes), classes, 3)).toBe(1);
    expect(classSeparation(noise, classes, 3)).toBeLessThan(0.7);
  });

  test('counted by level it is the mean of the areas counted by row', () => {
    const some = numeric(...rows.map((row) => (row % 11 === 0 ? NaN : (row * row) % 97)));
    for (const column of [some, categorical(...rows.map((row) => ((row * row) % 9) - 1))]) {
      const areas = [0, 1, 2].map((code) => {
        const own = classes.map((label) => (label === code ? 1 : 0));
        return predictiveness({ ...numeric(...levelMeans(levelsOf(column), own)) }, own);
      });
      const mean = areas.reduce((sum, area) => sum + area, 0) / 3;
      expect(classSeparation(column, classes, 3)).toBeCloseTo(mean, 12);
    }
  });

  test('thousands of classes take no longer than rows and levels do', () => {
    const many = Float64Array.from({ length: 30_000 }, (_, row) => (row * 7919) % 3000);
    const values = numeric(...many.map((label, row) => (row % 3 === 0 ? label : row)));
    const start = performance.now();
    expect(classSeparation(values, many, 3000)).toBeGreaterThan(0.5);
    // By row it took a minute.
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  test('a monotone copy of the target correlates fully, whatever its scale; noise does not', () => {
    expect(
      valueCorrelation(
        copied((row) => -Math.log(1 + values[row]!)),
        values,
      ),
    ).toBeCloseTo(1);
    expect(valueCorrelation(noise, values)).toBeLessThan(0.4);
    expect(valueCorrelation(numeric(...rows.map(() => 4)), values)).toBeLessThan(0.05);
  });

  test('a copy in a few rows only is no leak', () => {
    const few = copied((row) => (row % 20 === 0 ? values[row]! : NaN));
    expect(valueCorrelation(few, values)).toBeLessThan(0.5);
  });

  test('the suspects say how strong they are', () => {
    const named = (name: string, column: Column): Column => ({ ...column, name });
    const table = new Table([
      named(
        'copy',
        copied((row) => 2 * values[row]!),
      ),
      named('noise', noise),
      named('final_noise', noise),
    ]);
    expect(findLeaks(table, { task: 'regression', labels: values })).toEqual([
      { column: 'copy', why: 'score', correlation: expect.closeTo(1) },
      { column: 'final_noise', why: 'name', correlation: expect.any(Number) },
    ]);
  });
});
