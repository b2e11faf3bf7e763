import { describe, expect, test } from '@jest/globals';
import { DMatrix, train } from '../../src/index.ts';
import type { Booster, Column } from '../../src/index.ts';
import { caught } from '../caught.ts';
import {
  columnMatrix,
  denseMatrix,
  featureNames,
  table,
  values,
  withModel,
} from '../small-model.ts';
import { labels } from '../synthetic-table.ts';

const size = { rows: table.rows, cols: 4 };
const { columns } = table;

/** Sums of each row of `width` numbers. */
function rowSums(numbers: Float32Array, width: number): number[] {
  return Array.from({ length: numbers.length / width }, (_, row) =>
    numbers.subarray(row * width, (row + 1) * width).reduce((sum, value) => sum + value, 0),
  );
}

describe('in place and by matrix', () => {
  test.each(['value', 'margin'] as const)('give the same %s for dense values', (output) => {
    withModel(denseMatrix(), (booster, data) => {
      const expected = booster.predict(data, { output });
      expect(booster.predictDense(values, { ...size, output })).toEqual(expected);
      expect(booster.predictDense(Float64Array.from(values), { ...size, output })).toEqual(
        expected,
      );
    });
  });

  test('give the same for a range of rounds', () => {
    withModel(denseMatrix(), (booster, data) => {
      const range = { iterationRange: [1, 3] } as const;
      expect(booster.predictDense(values, { ...size, ...range })).toEqual(
        booster.predict(data, range),
      );
      expect(booster.predict(data, range)).not.toEqual(booster.predict(data));
      expect(booster.predict(data, { iterationRange: [0, 0] })).toEqual(booster.predict(data));
    });
  });

  test('give the same with another value for missing', () => {
    withModel(denseMatrix(), (booster, data) => {
      const marked = values.map((value) => (Number.isNaN(value) ? 11 : value));
      expect(booster.predictDense(marked, { ...size, missing: 11 })).toEqual(booster.predict(data));
    });
  });

  test('give the same for columns, whole and as codes', () => {
    withModel(columnMatrix(), (booster, data) => {
      const expected = booster.predict(data);
      expect(booster.predictColumns(columns)).toEqual(expected);
      const codes = new Float32Array(table.rows * 6);
      for (const [index, column] of columns.entries()) {
        const source = 'codes' in column ? column.codes : column.values;
        for (const [row, value] of source.entries()) {
          codes[row * 6 + index] = 'codes' in column && value === -1 ? NaN : Number(value);
        }
      }
      expect(booster.predictDense(codes, { rows: table.rows, cols: 6 })).toEqual(expected);
    });
  });

  test('start from the same base margin, call by call', () => {
    const baseMargin = Float32Array.from({ length: table.rows }, (_, row) => (row % 5) / 4 - 1);
    withModel(denseMatrix(), (booster, data) => {
      const plain = booster.predict(data);
      // Another matrix: the library keeps what it predicted of one, whatever is set later.
      using started = denseMatrix();
      started.setBaseMargin(baseMargin);
      for (const output of ['value', 'margin'] as const) {
        const expected = booster.predict(started, { output });
        const options = { ...size, output, baseMargin };
        expect(booster.predictDense(values, options)).toEqual(expected);
        const twice = Float64Array.from(baseMargin);
        expect(booster.predictDense(values, { ...options, baseMargin: twice })).toEqual(expected);
        expect(expected).not.toEqual(plain);
      }
      // The next call has none again, whatever the one before it had.
      expect(booster.predictDense(values, size)).toEqual(plain);
      const one = { rows: 1, cols: 4, baseMargin: [2] };
      expect(booster.predictDense(values.subarray(0, 4), one).values).not.toEqual(
        plain.values.slice(0, 1),
      );
    });
    withModel(columnMatrix(), (booster) => {
      using started = columnMatrix();
      started.setBaseMargin(baseMargin);
      expect(booster.predictColumns(columns, { baseMargin })).toEqual(booster.predict(started));
    });
  });

  test('start from a base margin for each class', () => {
    const classes = labels(table.scores, 'class');
    using data = DMatrix.fromDense(values, { ...size, label: classes, nthread: 1 });
    const params = { objective: 'multi:softprob', num_class: 3, nthread: 1 } as const;
    using booster = train(params, data, { rounds: 2 }).booster;
    const baseMargin = Float32Array.from({ length: 3 * table.rows }, (_, at) => (at % 7) / 3);
    const { values: plain } = booster.predictDense(values, size);
    using started = DMatrix.fromDense(values, { ...size, baseMargin, nthread: 1 });
    const expected = booster.predict(started);
    expect(booster.predictDense(values, { ...size, baseMargin })).toEqual(expected);
    expect(expected.values).not.toEqual(plain);
  });

  test('refuse a base margin that does not fit', () => {
    withModel(denseMatrix(), (booster) => {
      for (const baseMargin of [[1], new Float32Array(table.rows).fill(NaN)]) {
        expect(caught(() => booster.predictDense(values, { ...size, baseMargin }))).toMatchObject({
          name: 'InvalidDataError',
          field: 'baseMargin',
        });
      }
    });
  });

  test('a small result is not overwritten by the next call', () => {
    withModel(denseMatrix(), (booster) => {
      const one = booster.predictDense(values.subarray(0, 4), { rows: 1, cols: 4 });
      const kept = one.values[0];
      booster.predictDense(values, size);
      expect(one.values[0]).toBe(kept);
      expect(one.shape).toEqual([1]);
    });
  });

  test('shapes are full with strictShape', () => {
    withModel(denseMatrix(), (booster, data) => {
      expect(booster.predict(data, { strictShape: true }).shape).toEqual([table.rows, 1]);
      expect(booster.predict(data, { output: 'leaf' }).shape).toEqual([table.rows, 5]);
    });
  });
});

describe('contributions', () => {
  test('sum up to the margin', () => {
    withModel(columnMatrix(), (booster, data) => {
      const margin = booster.predict(data, { output: 'margin' }).values;
      const { values: parts, shape } = booster.predict(data, { output: 'contributions' });
      expect(shape).toEqual([table.rows, 7]);
      for (const [row, sum] of rowSums(parts, 7).entries()) {
        expect(sum).toBeCloseTo(margin[row]!, 5);
      }
    });
  });

  test('interactions sum up to contributions', () => {
    withModel(denseMatrix(), (booster, data) => {
      const parts = booster.predict(data, { output: 'contributions' }).values;
      const { values: pairs, shape } = booster.predict(data, { output: 'interactions' });
      expect(shape).toEqual([table.rows, 5, 5]);
      for (const [index, sum] of rowSums(pairs, 5).entries()) {
        expect(sum).toBeCloseTo(parts[index]!, 4);
      }
    });
  });
});

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
