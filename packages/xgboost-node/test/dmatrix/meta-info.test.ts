import { describe, expect, test } from '@jest/globals';
import { DMatrix, train } from '../../src/index.ts';
import type { MetaInfo, TrainParams } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { table, values } from '../small-model.ts';

const size = { rows: 4, cols: 2, nthread: 1 };
const eight = new Float32Array([1, 2, 3, 4, 5, 6, 7, 8]);

describe('information that does not fit', () => {
  test.each<[string, MetaInfo, object, RegExp]>([
    ['too few queries', { qid: [0, 0] }, { field: 'qid' }, /one per row/],
    ['half a query', { qid: [0, 0, 0.5, 1] }, { field: 'qid', row: 2 }, /is 0\.5 after 0/],
    ['a query below 0', { qid: [-1, 0, 0, 1] }, { field: 'qid', row: 0 }, /is -1; give/],
    ['a query beyond 32 bits', { qid: [0, 0, 1, 2 ** 32] }, { field: 'qid', row: 3 }, /2\^32/],
    ['rows of a query apart', { qid: [0, 1, 0, 1] }, { field: 'qid', row: 2 }, /sorted/],
    [
      'a weight for each row of a query',
      { qid: [0, 0, 1, 1], weight: [1, 1, 1, 1] },
      { field: 'weight' },
      /4 values for 2 queries; give one per query/,
    ],
    [
      'a negative weight of a query',
      { qid: [0, 0, 1, 1], weight: [1, -1] },
      { field: 'weight', row: undefined },
      /weight of query 1 is -1/,
    ],
    [
      'a label for each row, of two targets',
      { targets: 2, label: [0, 1, 2, 3] },
      { field: 'label' },
      /4 values for 4 rows; give 2 per row/,
    ],
    [
      'an infinite label of two targets',
      { targets: 2, label: [0, 1, 2, 3, 4, Infinity, 6, 7] },
      { field: 'label', row: 2 },
      /label of row 2 is Infinity/,
    ],
    ['no lower bound', { labelLowerBound: [0, 1, NaN, 3] }, { row: 2 }, /Infinity is one/],
    ['too few upper bounds', { labelUpperBound: [0] }, { field: 'labelUpperBound' }, /per row/],
    [
      'a weight for each row instead of each column',
      { featureWeights: [1, 1, 1, 1] },
      { field: 'featureWeights' },
      /4 values for 2 columns; give one per column/,
    ],
    [
      'a negative weight of a column',
      { featureWeights: [1, -2] },
      { field: 'featureWeights', column: 1, row: undefined },
      /of column 1 is -2/,
    ],
  ])('%s is refused', (_, info, at, message) => {
    const error = caught(() => DMatrix.fromDense(eight, { ...size, ...info }));
    expect(error).toMatchObject({ name: 'InvalidDataError', ...at });
    expect(error?.message).toMatch(message);
  });
});

test('weights set later are one per query', () => {
  using data = DMatrix.fromDense(eight, { ...size, qid: new BigUint64Array([7n, 7n, 9n, 9n]) });
  expect(caught(() => data.setWeight([1, 1, 1, 1]))).toMatchObject({ field: 'weight' });
  data.setWeight([1, 2]);
  expect(data.weight).toEqual(new Float32Array([1, 2]));
});

test('a slice of several targets takes as many labels', () => {
  using data = DMatrix.fromDense(eight, { ...size, targets: 2, label: [0, 1, 2, 3, 4, 5, 6, 7] });
  using slice = data.slice(new Int32Array([3, 0]));
  expect(slice.label).toEqual(new Float32Array([6, 7, 0, 1]));
  slice.setLabel([1, 2, 3, 4]);
  expect(slice.label).toEqual(new Float32Array([1, 2, 3, 4]));
  expect(caught(() => slice.setLabel([1, 2]))).toMatchObject({ field: 'label' });
});

test.each([0, 1.5, NaN])('%p targets are refused', (targets) => {
  expect(caught(() => DMatrix.fromDense(eight, { ...size, targets }))).toMatchObject({
    name: 'InvalidArgumentError',
    argument: 'targets',
  });
});

test('rows cannot be taken out of queries', () => {
  using data = DMatrix.fromDense(eight, { ...size, qid: [0, 0, 1, 1] });
  expect(caught(() => data.slice(new Int32Array([0])))).toMatchObject({ name: 'XGBoostError' });
});

test.each<[string, TrainParams, MetaInfo]>([
  [
    'bounds',
    { objective: 'survival:aft' },
    {
      labelLowerBound: table.scores,
      labelUpperBound: table.scores.map((score, row) => (row % 3 === 0 ? Infinity : score + 1)),
    },
  ],
  [
    'weights of columns',
    { colsample_bynode: 0.5, seed: 3 },
    { label: table.scores, featureWeights: [0, 0, 1, 5] },
  ],
])('a slice keeps %s', (_, params, info) => {
  using whole = DMatrix.fromDense(values, { rows: table.rows, cols: 4, nthread: 1, ...info });
  using slice = whole.slice(Int32Array.from({ length: table.rows }, (_row, at) => at));
  const [one, other] = [whole, slice].map((data) => {
    using result = train({ ...params, nthread: 1 }, data, { rounds: 4 });
    return Buffer.from(result.booster.toBuffer()).toString('base64');
  });
  expect(other).toBe(one);
});
