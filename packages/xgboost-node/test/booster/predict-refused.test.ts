import { describe, expect, test } from '@jest/globals';
import { DMatrix } from '../../src/index.ts';
import type { Booster } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { denseMatrix, featureNames, table, values, withModel } from '../small-model.ts';

const size = { rows: table.rows, cols: 4 };

describe('data that does not fit the model', () => {
  const named = (names: readonly string[]): DMatrix =>
    DMatrix.fromDense(new Float32Array(names.length), {
      rows: 1,
      cols: names.length,
      featureNames: names,
      nthread: 1,
    });

  test.each([
    ['a column is missing', ['a', 'b', 'c'], { missing: ['d'], unexpected: [] }, 'missing "d"'],
    [
      'a column is new',
      ['a', 'b', 'c', 'd', 'z'],
      { missing: [], unexpected: ['z'] },
      'unexpected "z"',
    ],
    [
      'a column is renamed',
      ['a', 'b', 'c', 'D'],
      { missing: ['d'], unexpected: ['D'] },
      'missing "d"; unexpected "D"',
    ],
    [
      'two columns are swapped',
      ['b', 'a', 'c', 'd'],
      { missing: [], unexpected: [] },
      'another order, first at column 0 ("a" expected, "b" found)',
    ],
  ])('%s', (_, names, lists, text) => {
    withModel(denseMatrix(), (booster, data) => {
      using other = named(names);
      const error = caught(() => booster.predict(other));
      expect(error).toMatchObject({ name: 'FeatureMismatchError', expectedCount: 4, ...lists });
      expect(error?.message).toContain(text);
      expect(() => booster.predict(data)).not.toThrow();
    });
  });

  test('data without names', () => {
    withModel(denseMatrix(), (booster) => {
      using data = DMatrix.fromDense(values, size);
      expect(caught(() => booster.predict(data))).toMatchObject({ missing: [...featureNames] });
      expect(() => booster.predict(data, { validateFeatures: false })).not.toThrow();
    });
  });

  test.each([3, 5])('%d columns are refused even without validation', (cols) => {
    withModel(denseMatrix(), (booster) => {
      const few = new Float32Array(cols);
      using data = DMatrix.fromDense(few, { rows: 1, cols, nthread: 1 });
      const expected = { name: 'FeatureMismatchError', expectedCount: 4, actualCount: cols };
      expect(caught(() => booster.predict(data, { validateFeatures: false }))).toMatchObject(
        expected,
      );
      expect(caught(() => booster.predictDense(few, { rows: 1, cols }))).toMatchObject(expected);
    });
  });

  test('an infinite cell in place', () => {
    withModel(denseMatrix(), (booster) => {
      const row = new Float32Array([0, 0, -Infinity, 0]);
      expect(caught(() => booster.predictDense(row, { rows: 1, cols: 4 }))).toMatchObject({
        name: 'InvalidDataError',
        field: 'c',
        row: 0,
        column: 2,
      });
    });
  });

  test.each<[string, (booster: Booster, data: DMatrix) => unknown]>([
    ['begin after end', (booster, data) => booster.predict(data, { iterationRange: [3, 2] })],
    ['negative', (booster, data) => booster.predict(data, { iterationRange: [-1, 2] })],
    ['half a round', (booster, data) => booster.predict(data, { iterationRange: [0, 1.5] })],
  ])('iterationRange: %s', (_, run) => {
    withModel(denseMatrix(), (booster, data) => {
      expect(caught(() => run(booster, data))).toMatchObject({
        name: 'InvalidArgumentError',
        argument: 'iterationRange',
      });
    });
  });

  test('iterationRange beyond the model', () => {
    withModel(denseMatrix(), (booster, data) => {
      expect(caught(() => booster.predict(data, { iterationRange: [0, 6] }))).toMatchObject({
        name: 'XGBoostError',
        function: 'XGBoosterPredictFromDMatrix',
      });
    });
  });
});
