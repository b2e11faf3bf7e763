import { expect, test } from '@jest/globals';
import { DMatrix, train } from '@xgflow/xgboost-node';
import { RandomState } from '../../../src/split/index.ts';
import { meanAbsShap } from '../../../src/sweep/work/mean-abs-shap.ts';
import { referenceModel } from '../../report/reference.ts';

const { params, rounds, rows, mean_abs_shap: expected, gain } = referenceModel;
const names = ['a', 'b', 'c', 'd'];

/** The rows and the model of make-report.py. */
function fitted() {
  const random = new RandomState(5);
  const values = Float32Array.from({ length: 400 * 4 }, () => random.randomSample());
  const at = (row: number, column: number): number => values[row * 4 + column]!;
  const label = Float32Array.from({ length: 400 }, (_, row) => {
    const sum = Math.fround(at(row, 0) + Math.fround(at(row, 1) * at(row, 2)));
    return Number(sum > Math.fround(0.7));
  });
  const data = DMatrix.fromDense(values, { rows: 400, cols: 4, featureNames: names, label });
  return { data, booster: train(params, data, { rounds }).booster };
}

test('equals Python on the same model and rows', () => {
  const { data, booster } = fitted();
  using sample = data.slice(Int32Array.from({ length: rows }, (_, row) => row));
  const shap = meanAbsShap(booster, 1, sample);
  expect(Object.fromEntries(booster.importance('gain'))).toEqual(gain);
  expect(shap.rows).toBe(rows);
  expect([...shap.meanAbs.keys()]).toEqual(names);
  for (const [place, value] of [...shap.meanAbs.values()].entries()) {
    expect(value).toBeCloseTo(expected[place]!, 12);
  }
});

test.each([
  { model: 1, explained: 400 },
  { model: 5e5, explained: 200 },
  { model: 1e9, explained: 100 },
])('a model of $model bytes is explained on $explained of 400 rows', ({ model, explained }) => {
  const { data, booster } = fitted();
  expect(meanAbsShap(booster, model, data).rows).toBe(explained);
});
