import { describe, expect, test } from '@jest/globals';
import { DMatrix, train } from '../../src/index.ts';
import type { NumericArray } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { featureNames, table, values } from '../small-model.ts';

const shape = { rows: 2, cols: 2, nthread: 1 };
const four = new Float32Array([1, 2, 3, 4]);

describe('a dense matrix', () => {
  test('has the sizes, names, types and information it was given', () => {
    using data = DMatrix.fromDense(four, {
      ...shape,
      featureNames: ['é', 'b c'],
      featureTypes: ['q', 'c'],
      label: [0, 1],
      weight: new Int8Array([1, 2]),
      baseMargin: [0.5, 1.5],
    });
    expect(data).toMatchObject({
      rowCount: 2,
      colCount: 2,
      featureNames: ['é', 'b c'],
      featureTypes: ['q', 'c'],
      label: new Float32Array([0, 1]),
      weight: new Float32Array([1, 2]),
      baseMargin: new Float32Array([0.5, 1.5]),
    });
  });

  test('has no names and empty information by default', () => {
    using data = DMatrix.fromDense(four, shape);
    expect(data.featureNames).toBeUndefined();
    expect(data.featureTypes).toBeUndefined();
    expect(data.label).toHaveLength(0);
    expect(data.weight).toHaveLength(0);
  });

  test('gives copies: writing into them changes nothing', () => {
    using data = DMatrix.fromDense(four, { ...shape, label: [0, 1] });
    data.label.fill(9);
    expect(data.label).toEqual(new Float32Array([0, 1]));
  });

  test('copies its input', () => {
    const labels = new Float32Array([0, 1]);
    using data = DMatrix.fromDense(four.slice(), { ...shape, label: labels });
    labels.fill(7);
    expect(data.label).toEqual(new Float32Array([0, 1]));
  });

  test('takes information later', () => {
    using data = DMatrix.fromDense(four, shape);
    data.setLabel([1, 0]);
    data.setWeight([2, 3]);
    data.setBaseMargin([1, 2, 3, 4]);
    expect(data.label).toEqual(new Float32Array([1, 0]));
    expect(data.weight).toEqual(new Float32Array([2, 3]));
    expect(data.baseMargin).toEqual(new Float32Array([1, 2, 3, 4]));
  });

  test.each<[string, () => unknown, string]>([
    ['too few values', () => DMatrix.fromDense(four, { rows: 3, cols: 2 }), 'values'],
    ['no rows', () => DMatrix.fromDense(new Float32Array(0), { rows: 0, cols: 2 }), 'values'],
    ['half a row', () => DMatrix.fromDense(four, { rows: 2.5, cols: 1.6 }), 'values'],
    [
      'names missing',
      () => DMatrix.fromDense(four, { ...shape, featureNames: ['a'] }),
      'featureNames',
    ],
    [
      'name twice',
      () => DMatrix.fromDense(four, { ...shape, featureNames: ['a', 'a'] }),
      'featureNames',
    ],
    [
      'name with bracket',
      () => DMatrix.fromDense(four, { ...shape, featureNames: ['a', 'b[0]'] }),
      'featureNames',
    ],
    [
      'name with NUL',
      () => DMatrix.fromDense(four, { ...shape, featureNames: ['a', 'b\0'] }),
      'featureNames',
    ],
    [
      'types missing',
      () => DMatrix.fromDense(four, { ...shape, featureTypes: ['q'] }),
      'featureTypes',
    ],
    [
      'type unknown',
      () => DMatrix.fromDense(four, { ...shape, featureTypes: ['q', 'x' as 'q'] }),
      'featureTypes',
    ],
    [
      'a plain list',
      () => DMatrix.fromDense([1, 2, 3, 4] as unknown as Float32Array, shape),
      'values',
    ],
  ])('%s is refused', (_, make, argument) => {
    expect(caught(make)).toMatchObject({ name: 'InvalidArgumentError', argument });
  });

  test('a buffer that was transferred is refused', () => {
    const moved = new Float32Array(4);
    structuredClone(moved, { transfer: [moved.buffer] });
    expect(caught(() => DMatrix.fromDense(moved, shape))).toMatchObject({
      name: 'InvalidArgumentError',
    });
  });

  test.each<[string, () => unknown, object]>([
    [
      'an infinite cell',
      () =>
        DMatrix.fromDense(new Float32Array([1, 2, 3, -Infinity]), {
          ...shape,
          featureNames: ['a', 'b'],
        }),
      { field: 'b', row: 1, column: 1 },
    ],
    [
      'a cell infinite in float32',
      () => DMatrix.fromDense(new Float64Array([1, 2, 1e39, 4]), shape),
      { field: 'values', row: 1, column: 0 },
    ],
    [
      'label NaN',
      () => DMatrix.fromDense(four, { ...shape, label: [0, NaN] }),
      { field: 'label', row: 1 },
    ],
    [
      'label infinite',
      () => DMatrix.fromDense(four, { ...shape, label: [Infinity, 0] }),
      { field: 'label', row: 0 },
    ],
    [
      'label infinite in float32',
      () => DMatrix.fromDense(four, { ...shape, label: [1e39, 0] }),
      { field: 'label', row: 0 },
    ],
    [
      'label too short',
      () => DMatrix.fromDense(four, { ...shape, label: [0] }),
      { field: 'label' },
    ],
    [
      'label too long',
      () => DMatrix.fromDense(four, { ...shape, label: [0, 1, 0, 1] }),
      { field: 'label' },
    ],
    [
      'weight negative',
      () => DMatrix.fromDense(four, { ...shape, weight: [1, -1] }),
      { field: 'weight', row: 1 },
    ],
    [
      'margin of no multiple',
      () => DMatrix.fromDense(four, { ...shape, baseMargin: [1, 2, 3] }),
      { field: 'baseMargin' },
    ],
    [
      'no margin',
      () => DMatrix.fromDense(four, { ...shape, baseMargin: [] }),
      { field: 'baseMargin' },
    ],
    [
      'code 1.5',
      () =>
        DMatrix.fromDense(new Float32Array([0, 0, 0, 1.5]), { ...shape, featureTypes: ['q', 'c'] }),
      { row: 1, column: 1 },
    ],
    [
      'code -1',
      () =>
        DMatrix.fromDense(new Float32Array([-1, 0, 0, 1]), { ...shape, featureTypes: ['c', 'q'] }),
      { row: 0, column: 0 },
    ],
  ])('%s is refused', (_, make, at) => {
    expect(caught(make)).toMatchObject({ name: 'InvalidDataError', ...at });
  });

  test('infinity may be what means missing', () => {
    using data = DMatrix.fromDense(new Float32Array([1, Infinity]), {
      rows: 1,
      cols: 2,
      missing: Infinity,
    });
    expect(data.rowCount).toBe(1);
  });
});

/** Predictions of a model trained on the values in another array type. */
function predictions(make: () => DMatrix): Float32Array {
  using data = make();
  data.setLabel([0, 1, 0, 1, 1, 0]);
  using result = train({ nthread: 1, min_child_weight: 0 }, data, { rounds: 3 });
  return result.booster.predict(data).values;
}

describe('array types', () => {
  const numbers = [3, 1, 4, 1, 5, 9];
  const expected = predictions(() =>
    DMatrix.fromColumns([{ name: 'x', values: new Float32Array(numbers) }]),
  );

  test.each<[string, NumericArray]>([
    ['Float64Array', new Float64Array(numbers)],
    ['Int8Array', new Int8Array(numbers)],
    ['Uint8Array', new Uint8Array(numbers)],
    ['Int16Array', new Int16Array(numbers)],
    ['Uint16Array', new Uint16Array(numbers)],
    ['Int32Array', new Int32Array(numbers)],
    ['Uint32Array', new Uint32Array(numbers)],
    ['BigInt64Array', new BigInt64Array(numbers.map(BigInt))],
    ['BigUint64Array', new BigUint64Array(numbers.map(BigInt))],
    ['Buffer', Buffer.from(numbers)],
    ['a view with an offset', new Float32Array([0, ...numbers]).subarray(1)],
    ['shared memory', new Float32Array(new SharedArrayBuffer(24)).map((_, i) => numbers[i]!)],
  ])('%s gives the same matrix', (_, values) => {
    expect(predictions(() => DMatrix.fromColumns([{ name: 'x', values }]))).toEqual(expected);
  });
});

describe('dispose', () => {
  test('twice is harmless, use after it is an error', () => {
    const data = DMatrix.fromDense(values, { rows: table.rows, cols: 4, featureNames });
    data.dispose();
    data.dispose();
    expect(caught(() => data.label)).toMatchObject({ name: 'DisposedError', object: 'DMatrix' });
    expect(caught(() => data.slice(new Int32Array([0])))).toMatchObject({ name: 'DisposedError' });
    expect(caught(() => train({}, data, { rounds: 1 }))).toMatchObject({ name: 'DisposedError' });
  });
});
