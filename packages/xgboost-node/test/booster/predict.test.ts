import { describe, expect, test } from '@jest/globals';
import { DMatrix, train } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { columnMatrix, denseMatrix, table, values, withModel } from '../small-model.ts';
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
