import { describe, expect, test } from '@jest/globals';
import { Table } from '@xgflow/data';
import type { Column } from '@xgflow/data';
import { binaryTarget } from '../../src/sweep/targets/binary-target.ts';
import { TargetError } from '../../src/sweep/target-error.ts';

const numeric = (values: number[]): Table => new Table([numericColumn(values)]);
const numericColumn = (values: number[]): Column => ({
  kind: 'numeric',
  name: 'y',
  values: Float64Array.from(values),
  integer: true,
  missing: values.filter(Number.isNaN).length,
});
const text = (levels: string[], codes: number[]): Table =>
  new Table([
    { kind: 'categorical', name: 'y', levels, codes: Int32Array.from(codes), missing: 0 },
  ]);

describe('binaryTarget', () => {
  test.each([
    ['numbers', numeric([0, 1, 1, 0]), undefined, [0, 1, 1, 0], [0, 1]],
    ['other numbers, largest is positive', numeric([7, 3]), undefined, [1, 0], [3, 7]],
    ['text, last is positive', text(['no', 'yes'], [1, 0, 1]), undefined, [1, 0, 1], ['no', 'yes']],
    ['named positive class', text(['no', 'yes'], [1, 0, 1]), 'no', [0, 1, 0], ['yes', 'no']],
    ['named positive number', numeric([0, 1]), 0, [1, 0], [1, 0]],
  ])('%s', (_name, table, positive, labels, classes) => {
    const target = binaryTarget(table, 'y', positive);
    expect([...target.labels]).toEqual(labels);
    expect(target.classes).toEqual(classes);
  });

  test.each([
    ['a missing cell', numeric([0, NaN, 1]), undefined, /missing .* data row 2/],
    ['one class', numeric([1, 1]), undefined, /one class only .* always 1/],
    ['three classes', numeric([0, 1, 2]), undefined, /more than two classes/],
    [
      'a positive class that is not there',
      numeric([0, 1]),
      5,
      /positive class 5 is not in the target/,
    ],
  ])('refuses %s', (_name, table, positive, message) => {
    expect(() => binaryTarget(table, 'y', positive)).toThrow(TargetError);
    expect(() => binaryTarget(table, 'y', positive)).toThrow(message);
  });
});
