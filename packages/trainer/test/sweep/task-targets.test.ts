import { describe, expect, test } from '@jest/globals';
import { Table } from '@xgflow/data';
import type { Column } from '@xgflow/data';
import { ExposureError } from '../../src/sweep/exposure-error.ts';
import { marginOf, readExposure } from '../../src/sweep/exposure.ts';
import { TargetError } from '../../src/sweep/target-error.ts';
import { multiclassTarget } from '../../src/sweep/targets/multiclass-target.ts';
import { regressionTarget } from '../../src/sweep/targets/regression-target.ts';

const numbers = (...values: number[]): Table => new Table([column('y', values)]);
const column = (name: string, values: number[]): Column => ({
  kind: 'numeric',
  name,
  values: Float64Array.from(values),
  integer: false,
  missing: values.filter(Number.isNaN).length,
});
const text = (levels: string[], ...codes: number[]): Table =>
  new Table([
    { kind: 'categorical', name: 'y', levels, codes: Int32Array.from(codes), missing: 0 },
  ]);

describe('multiclassTarget', () => {
  test('codes the classes that have rows, in ascending order', () => {
    const target = multiclassTarget(text(['a', 'b', 'c', 'd'], 3, 0, 2, 0), 'y');
    expect([...target.labels]).toEqual([2, 0, 1, 0]);
    expect(target.classes).toEqual(['a', 'c', 'd']);
    expect(multiclassTarget(numbers(7, -1, 3), 'y').classes).toEqual([-1, 3, 7]);
  });

  test.each([
    [text(['a', 'b'], 0, 1), /^the target has two classes · column y holds a and b · remove task/],
    [numbers(4, 4), /^the target has one class only · column y holds 4 /],
    [numbers(1, 2, NaN), /^the target is missing · column y, data row 3 /],
  ])('refuses %#', (table, message) => {
    expect(() => multiclassTarget(table, 'y')).toThrow(TargetError);
    expect(() => multiclassTarget(table, 'y')).toThrow(message);
  });
});

describe('regressionTarget', () => {
  test('takes numbers as they are', () => {
    const target = regressionTarget(numbers(-1.5, 0, 1e300), 'y', ['reg:squarederror']);
    expect([...target.labels]).toEqual([-1.5, 0, 1e300]);
  });

  test.each([
    [text(['1', '2'], 0, 1), [], /^the target is text · column y · name a column of numbers/],
    [numbers(3, 3), [], /^the target is always 3 · column y /],
    [numbers(3, NaN), [], /^the target is missing · column y, data row 2 /],
    [
      numbers(3, 0),
      ['reg:squarederror', 'reg:gamma'],
      /is 0 · column y, data row 2 · reg:gamma needs targets above 0/,
    ],
    [
      numbers(3, -0.5),
      ['count:poisson'],
      /is -0\.5 · .* data row 2 · count:poisson needs targets not below 0/,
    ],
    [numbers(-1, 1), ['reg:tweedie'], /data row 1 · reg:tweedie needs targets not below 0/],
  ])('refuses %#', (table, objectives, message) => {
    expect(() => regressionTarget(table, 'y', objectives)).toThrow(TargetError);
    expect(() => regressionTarget(table, 'y', objectives)).toThrow(message);
  });

  test('zero is no obstacle to Poisson and Tweedie', () => {
    const objectives = ['count:poisson', 'reg:tweedie'];
    expect([...regressionTarget(numbers(0, 2), 'y', objectives).labels]).toEqual([0, 2]);
  });
});

describe('readExposure', () => {
  test('its natural logarithm is the margin', () => {
    const exposure = readExposure(numbers(1, 2.5, 365), 'y');
    expect([...marginOf(exposure)]).toEqual([...Float32Array.of(0, Math.log(2.5), Math.log(365))]);
  });

  test.each([
    [
      numbers(1, 0),
      /^the exposure is 0 · column y, data row 2 · give numbers above 0 in every row/,
    ],
    [numbers(-2, 1), /^the exposure is -2 · column y, data row 1 /],
    [numbers(1, NaN), /^the exposure is missing · column y, data row 2 /],
    [numbers(1, Infinity), /^the exposure is Infinity /],
    [text(['1', '2'], 0, 1), /^the exposure is text · column y · /],
  ])('refuses %#', (table, message) => {
    expect(() => readExposure(table, 'y')).toThrow(ExposureError);
    expect(() => readExposure(table, 'y')).toThrow(message);
  });
});
