import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DMatrix, train } from '../src/index.ts';
import type { Column } from '../src/index.ts';
import { pythonFloat } from '../src/callbacks/python-float.ts';
import { closest } from '../src/params/closest.ts';
import { parseEvalLine } from '../src/train/eval-line.ts';

describe('properties', () => {
  test('a number written as Python does is read back exactly', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(pythonFloat(value))).toBe(value);
      }),
    );
  });

  test('a line of scores is read back exactly', () => {
    const metric = fc.stringMatching(/^[a-z@.0-9-]{1,12}$/);
    const scores = fc.array(fc.tuple(metric, fc.double({ noDefaultInfinity: true, noNaN: true })));
    fc.assert(
      fc.property(scores, (given) => {
        const text = given.map(([name, value], index) => `\t${index}-${name}:${value}`).join('');
        const expected = given.map(([name, value], index) => ({ index, metric: name, value }));
        expect(
          parseEvalLine(`[3]${text}`).map((score) => ({ ...score, value: score.value + 0 })),
        ).toEqual(expected.map((score) => ({ ...score, value: score.value + 0 })));
      }),
    );
  });

  test('one slip of the finger finds the parameter', () => {
    const known = ['max_depth', 'subsample', 'colsample_bytree', 'min_child_weight'];
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.nat(7),
        fc.constantFrom('', 'x', 'q'),
        (name, at, other) => {
          expect(closest(name.slice(0, at) + other + name.slice(at + 1), known)).toBe(name);
        },
      ),
    );
  });

  test('a missing code predicts as NaN in place, wherever it stands', () => {
    const codes = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 1, maxLength: 40 });
    const levels = ['a', 'b', 'c', 'd'];
    const training = Int8Array.from({ length: 80 }, (_, row) => (row % 5) - 1);
    const column = (values: Int8Array): Column => ({ name: 'k', levels, codes: values });
    using data = DMatrix.fromColumns([column(training)], {
      label: Float32Array.from(training, (code) => (code * 7) % 4),
      nthread: 1,
    });
    using result = train({ nthread: 1, max_cat_to_onehot: 1 }, data, { rounds: 3 });
    fc.assert(
      fc.property(codes, (given) => {
        const dense = Float32Array.from(given, (code) => (code === -1 ? NaN : code));
        const expected = result.booster.predictDense(dense, { rows: dense.length, cols: 1 });
        using matrix = DMatrix.fromColumns([column(Int8Array.from(given))], { nthread: 1 });
        expect(result.booster.predict(matrix)).toEqual(expected);
        expect(result.booster.predictColumns([column(Int8Array.from(given))])).toEqual(expected);
      }),
    );
  });
});
