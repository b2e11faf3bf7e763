import { describe, expect, test } from '@jest/globals';
import { DMatrix } from '../../src/index.ts';
import type { Column } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { columnMatrix, table, withModel } from '../small-model.ts';

const { columns } = table;

describe('categories that do not fit the model', () => {
  /** The table with other levels or codes in its categorical column. */
  const changed = (change: Partial<Column>): Column[] =>
    columns.map((column) => ('codes' in column ? { ...column, ...change } : column));

  test.each([
    ['sorted before the known', 'aaa'],
    ['sorted between the known', 'bz'],
    ['sorted after the known', 'zzz'],
  ])('an unseen level %s', (_, level) => {
    withModel(columnMatrix(), (booster) => {
      const other = changed({ levels: ['amber', 'blue', 'cyan', 'dust', level] });
      const expected = { name: 'UnseenCategoryError', feature: 'f', levels: [level] };
      expect(caught(() => booster.predictColumns(other))).toMatchObject(expected);
      using data = DMatrix.fromColumns(other);
      expect(caught(() => booster.predict(data))).toMatchObject(expected);
    });
  });

  test('integer levels for a model of string levels', () => {
    withModel(columnMatrix(), (booster) => {
      expect(
        caught(() => booster.predictColumns(changed({ levels: [0, 1, 2, 3, 4] }))),
      ).toMatchObject({ name: 'UnseenCategoryError', feature: 'f' });
    });
  });

  test('levels in another order are understood', () => {
    withModel(columnMatrix(), (booster, data) => {
      const column = columns.find((one) => 'codes' in one)!;
      const reversed = changed({
        levels: [...('levels' in column ? column.levels : [])].reverse() as string[],
        codes:
          'codes' in column ? column.codes.map((code) => (code < 0 ? code : 4 - code)) : undefined,
      } as Partial<Column>);
      expect(booster.predictColumns(reversed)).toEqual(booster.predict(data));
    });
  });

  test.each([5, -1, 1.5])('bare code %d in place', (code) => {
    withModel(columnMatrix(), (booster) => {
      const row = new Float32Array([0, 0, 0, 0, 0, code]);
      const error = caught(() => booster.predictDense(row, { rows: 1, cols: 6 }));
      expect(error?.name).toBe(code === 5 ? 'UnseenCategoryError' : 'InvalidDataError');
    });
  });

  test('bare code 5 in a matrix', () => {
    withModel(columnMatrix(), (booster) => {
      using data = DMatrix.fromDense(new Float32Array([0, 0, 0, 0, 0, 5]), {
        rows: 1,
        cols: 6,
        featureNames: ['a', 'b', 'c', 'd', 'e', 'f'],
        featureTypes: ['float', 'float', 'float', 'float', 'int', 'c'],
      });
      expect(caught(() => booster.predict(data))).toMatchObject({
        name: 'UnseenCategoryError',
        levels: [5],
      });
    });
  });

  test('a numeric column where the model has a categorical one', () => {
    withModel(columnMatrix(), (booster) => {
      const other = columns.map((column) =>
        'codes' in column ? { name: 'f', values: new Float32Array(table.rows) } : column,
      );
      expect(caught(() => booster.predictColumns(other))).toMatchObject({
        name: 'FeatureMismatchError',
        unexpected: ['f'],
      });
    });
  });
});
