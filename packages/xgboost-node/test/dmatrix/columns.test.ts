import { describe, expect, test } from '@jest/globals';
import { DMatrix, train } from '../../src/index.ts';
import type { Column } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { columnMatrix } from '../small-model.ts';
import { levels } from '../synthetic-table.ts';

const x: Column = { name: 'x', values: new Float32Array([1, 2]) };
const codes = new Int8Array([0, 1]);

test('types follow the arrays, as from pandas', () => {
  using data = DMatrix.fromColumns([
    x,
    { name: 'i', values: new Int32Array(2) },
    { name: 'q', values: new Int32Array(2), type: 'q' },
    { name: 'c', levels: ['a', 'b'], codes },
  ]);
  expect(data.featureTypes).toEqual(['float', 'int', 'q', 'c']);
  expect(data.featureNames).toEqual(['x', 'i', 'q', 'c']);
});

describe('refused tables', () => {
  test.each<[string, Column[], string]>([
    ['no columns', [], 'columns'],
    ['no rows', [{ name: 'x', values: new Float32Array(0) }], 'columns'],
    ['unequal columns', [x, { name: 'y', values: new Float32Array(3) }], 'columns'],
    ['one name twice', [x, x], 'featureNames'],
    ['no levels', [{ name: 'c', levels: [], codes }], 'levels'],
    ['a level twice', [{ name: 'c', levels: ['a', 'a'], codes }], 'levels'],
    [
      'levels of two kinds',
      [{ name: 'c', levels: ['a', 1] as unknown as string[], codes }],
      'levels',
    ],
    ['a level of half', [{ name: 'c', levels: [0.5, 1], codes }], 'levels'],
    ['a level beyond 2^53', [{ name: 'c', levels: [2 ** 53, 1], codes }], 'levels'],
  ])('%s', (_, columns, argument) => {
    expect(caught(() => DMatrix.fromColumns(columns))).toMatchObject({
      name: 'InvalidArgumentError',
      argument,
    });
  });

  test.each([
    [2, 'above'],
    [-2, 'below'],
  ])('code %d is %s the levels', (code) => {
    const column: Column = { name: 'c', levels: ['a', 'b'], codes: new Int8Array([0, code]) };
    expect(caught(() => DMatrix.fromColumns([x, column]))).toMatchObject({
      name: 'InvalidDataError',
      field: 'c',
      row: 1,
      column: 1,
    });
  });

  test('an infinite cell is named', () => {
    const column: Column = { name: 'y', values: new Float64Array([0, Infinity]) };
    const error = caught(() => DMatrix.fromColumns([x, column]));
    expect(error).toMatchObject({ name: 'InvalidDataError', field: 'y', row: 1, column: 1 });
    expect(error?.message).toMatch(/row 1, column 1 \("y"\) is Infinity/);
  });
});

describe('category levels', () => {
  test.each(Object.entries(levels))('%s levels are stored in the model', (_, expected) => {
    using data = DMatrix.fromColumns(
      [{ name: 'c', levels: expected, codes: new Int16Array([0, 1, 2, 3, 4, -1]) }],
      { label: [0, 1, 0, 1, 0, 1], nthread: 1 },
    );
    using result = train({ nthread: 1, min_child_weight: 0 }, data, { rounds: 2 });
    expect(result.booster.categories()).toEqual([expected]);
  });

  test('an empty level is a level like another', () => {
    using data = DMatrix.fromColumns([{ name: 'c', levels: ['', 'a'], codes }], { label: [0, 1] });
    using result = train({ nthread: 1, min_child_weight: 0 }, data, { rounds: 1 });
    expect(result.booster.categories()).toEqual([['', 'a']]);
  });

  test('code -1 is missing, as NaN is', () => {
    using masked = columnMatrix([{ name: 'x', levels: ['a', 'b'], codes: codes200(-1) }]);
    using result = train({ nthread: 1 }, masked, { rounds: 2 });
    const dense = Float32Array.from(codes200(-1), (code) => (code === -1 ? NaN : code));
    const predicted = result.booster.predictDense(dense, { rows: dense.length, cols: 1 });
    expect(result.booster.predict(masked).values).toEqual(predicted.values);
  });

  test('changing the levels afterwards does not change what the matrix knows', () => {
    const names = ['a', 'b'];
    using data = columnMatrix([{ name: 'x', levels: names, codes: codes200(1) }]);
    using result = train({ nthread: 1 }, data, { rounds: 1 });
    names[0] = 'zzz';
    expect(() => result.booster.predict(data)).not.toThrow();
  });
});

/** 200 codes 0 and 1, every seventh replaced. */
function codes200(seventh: number): Int8Array {
  return Int8Array.from({ length: 200 }, (_, row) => (row % 7 === 0 ? seventh : row % 2));
}
