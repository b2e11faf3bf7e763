import { describe, expect, test } from '@jest/globals';
import { DMatrix, train } from '../../src/index.ts';
import type { SparseOptions, SparseRows } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { denseMatrix, featureNames, label, table } from '../small-model.ts';
import { sparseValues } from '../synthetic-table.ts';

/** Two rows of three columns: 1 and 2, then 3. */
const rows: SparseRows = {
  indptr: new Int32Array([0, 2, 3]),
  indices: new Int32Array([0, 2, 1]),
  values: new Float32Array([1, 2, 3]),
};

test('sparse rows give the model of the dense ones, missing where no cell is', () => {
  const options = { cols: 4, featureNames, label, nthread: 1 };
  using sparse = DMatrix.fromCSR(sparseValues(table), options);
  using dense = denseMatrix();
  expect(sparse).toMatchObject({ rowCount: table.rows, colCount: 4, featureNames });
  using one = train({ nthread: 1 }, sparse, { rounds: 3 });
  using other = train({ nthread: 1 }, dense, { rounds: 3 });
  expect(one.booster.toBuffer()).toEqual(other.booster.toBuffer());
  expect(one.booster.predict(sparse)).toEqual(one.booster.predict(dense));
});

test('starts of 64 bits, and values of 64', () => {
  using data = DMatrix.fromCSR(
    {
      indptr: new BigInt64Array([0n, 2n, 3n]),
      indices: new Uint32Array(rows.indices),
      values: new Float64Array(rows.values),
    },
    { cols: 3 },
  );
  expect([data.rowCount, data.colCount]).toEqual([2, 3]);
});

describe('refused', () => {
  test.each<[string, Partial<SparseRows>, number, string]>([
    ['no columns', {}, 0, 'cols'],
    ['a column outside', {}, 2, 'indices'],
    ['a column below 0', { indices: new Int32Array([0, -1, 1]) }, 3, 'indices'],
    ['too few columns of cells', { indices: new Int32Array([0, 2]) }, 3, 'indices'],
    ['no row', { indptr: new Int32Array([0]) }, 3, 'indptr'],
    ['starts that fall', { indptr: new Int32Array([0, 3, 2, 3]) }, 3, 'indptr'],
    ['starts that begin later', { indptr: new Int32Array([1, 2, 3]) }, 3, 'indptr'],
    ['starts that end early', { indptr: new Int32Array([0, 2, 2]) }, 3, 'indptr'],
    ['starts beyond the values', { indptr: new Int32Array([0, 2, 9]) }, 3, 'indptr'],
  ])('%s', (_, change, cols, argument) => {
    expect(caught(() => DMatrix.fromCSR({ ...rows, ...change }, { cols }))).toMatchObject({
      name: 'InvalidArgumentError',
      argument,
    });
  });

  test.each<[string, number[], Partial<SparseOptions>, object]>([
    ['an infinite cell', [1, 2, Infinity], {}, { field: 'b', row: 1, column: 1 }],
    [
      'half a category',
      [1, 0.5, 3],
      { featureTypes: ['q', 'q', 'c'] },
      { field: 'c', row: 0, column: 2 },
    ],
  ])('%s', (_, values, options, at) => {
    const named = { cols: 3, featureNames: ['a', 'b', 'c'], ...options };
    const make = () => DMatrix.fromCSR({ ...rows, values: new Float32Array(values) }, named);
    expect(caught(make)).toMatchObject({ name: 'InvalidDataError', ...at });
  });
});

test('a code that the model does not have is seen', () => {
  const options = { cols: 1, featureTypes: ['c'], nthread: 1 } as const;
  const codes = (values: number[]): SparseRows => ({
    indptr: Int32Array.from({ length: values.length + 1 }, (_, row) => row),
    indices: new Int32Array(values.length),
    values: new Float32Array(values),
  });
  using columns = DMatrix.fromColumns(
    [{ name: 'k', levels: ['a', 'b'], codes: new Int8Array([0, 1, 0, 1]) }],
    { label: [0, 1, 0, 1], nthread: 1 },
  );
  using result = train({ nthread: 1, min_child_weight: 0 }, columns, { rounds: 1 });
  using known = DMatrix.fromCSR(codes([0, 1, 0, 1]), { ...options, featureNames: ['k'] });
  expect(result.booster.predict(known)).toEqual(result.booster.predict(columns));
  using unseen = DMatrix.fromCSR(codes([0, 2]), { ...options, featureNames: ['k'] });
  expect(caught(() => result.booster.predict(unseen))).toMatchObject({
    name: 'UnseenCategoryError',
    levels: [2],
  });
});
