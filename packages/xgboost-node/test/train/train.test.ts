import { describe, expect, test } from '@jest/globals';
import { Booster, DMatrix, train } from '../../src/index.ts';
import type { CustomObjective, TrainOptions, TrainParams } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { base64, columnMatrix, denseMatrix, table } from '../small-model.ts';

const params: TrainParams = { objective: 'binary:logistic', nthread: 1 };

/** Bytes of a model trained with these options on fresh data. */
function bytes(options: TrainOptions, more: TrainParams = {}): string {
  using data = denseMatrix();
  using result = train({ ...params, ...more }, data, options);
  return base64(result.booster);
}

describe('train', () => {
  test('the same seed gives the same model, another seed another', () => {
    const sampled = (seed: number): string => bytes({ rounds: 5 }, { subsample: 0.5, seed });
    expect(sampled(1)).toBe(sampled(1));
    expect(sampled(1)).not.toBe(sampled(2));
  });

  test('evaluating and a list of metrics do not change the trees', () => {
    using data = denseMatrix();
    const evals = [{ name: 'train', data }];
    using plain = train(params, data, { rounds: 3 });
    using evaluated = train({ ...params, eval_metric: ['auc', 'error'] }, data, {
      rounds: 3,
      evals,
    });
    expect(evaluated.booster.dump()).toEqual(plain.booster.dump());
    expect(Object.keys(evaluated.history.train!)).toEqual(['auc', 'error']);
    expect(plain.history).toEqual({});
  });

  test('eval sets may have any name', () => {
    using data = denseMatrix();
    const names = ['my-valid set', 'a:b\t1', '__proto__', 'Größe'];
    using result = train({ ...params, eval_metric: 'ndcg@32' }, data, {
      rounds: 2,
      evals: names.map((name) => ({ name, data })),
    });
    expect(Object.keys(result.history)).toEqual(names);
    for (const name of names) expect(result.history[name]!['ndcg@32']).toHaveLength(2);
  });

  test('32 and 32 rounds are 64 rounds', () => {
    using data = denseMatrix();
    using half = train(params, data, { rounds: 32 });
    using loaded = Booster.fromBuffer(half.booster.toBuffer());
    using whole = train(params, data, { rounds: 64 });
    for (const continueFrom of [half.booster, loaded]) {
      using more = train(params, data, { rounds: 32, continueFrom });
      expect(more).toMatchObject({ rounds: 32 });
      expect(more.booster.roundCount).toBe(64);
      expect(more.booster.dump()).toEqual(whole.booster.dump());
      expect(continueFrom.roundCount).toBe(32);
    }
  });

  test('starting from the margin of a model continues it', () => {
    using data = denseMatrix();
    using first = train(params, data, { rounds: 1 });
    using two = train(params, data, { rounds: 2 });
    using margined = denseMatrix();
    margined.setBaseMargin(first.booster.predict(data, { output: 'margin' }).values);
    using second = train(params, margined, { rounds: 1 });
    const [expected, actual] = [two.booster.predict(data), second.booster.predict(margined)];
    for (const [row, value] of actual.values.entries()) {
      expect(value).toBeCloseTo(expected.values[row]!, 6);
    }
  });

  test('a slice trains the model that its rows train', () => {
    const chosen = Int32Array.from({ length: 120 }, (_, index) => (index * 7) % table.rows);
    using data = columnMatrix();
    using sliced = data.slice(chosen);
    const columns = table.columns.map((column) =>
      'codes' in column
        ? { ...column, codes: Int8Array.from(chosen, (row) => column.codes[row]!) }
        : { ...column, values: Float32Array.from(chosen, (row) => Number(column.values[row])) },
    );
    using gathered = DMatrix.fromColumns(
      columns.map((column) => (column.name === 'e' ? { ...column, type: 'int' as const } : column)),
      { label: sliced.label, nthread: 1 },
    );
    const options = { rounds: 5 };
    using one = train({ ...params, subsample: 0.7 }, sliced, options);
    using two = train({ ...params, subsample: 0.7 }, gathered, options);
    expect(base64(one.booster)).toBe(base64(two.booster));
  });

  test('scores that are not numbers come through', () => {
    using data = denseMatrix();
    const values = [NaN, Infinity, -Infinity, 0.0078125, 1.23456789];
    let round = 0;
    using result = train({ ...params, disable_default_eval_metric: true }, data, {
      rounds: 5,
      evals: [{ name: 'v', data }],
      metric: () => ({ name: 'm-n', value: values[round++]! }),
    });
    expect(result.history.v!['m-n']).toEqual([NaN, Infinity, -Infinity, 0.007812, 1.234568]);
  });
});

describe('options that are refused', () => {
  test.each<[string, (data: DMatrix) => Partial<TrainOptions>, string]>([
    ['no rounds', () => ({ rounds: 0 }), 'rounds'],
    ['half a round', () => ({ rounds: 1.5 }), 'rounds'],
    ['early stopping without eval set', () => ({ earlyStopping: { rounds: 2 } }), 'earlyStopping'],
    [
      'two eval sets of one name',
      (data) => ({
        evals: [
          { name: 'a', data },
          { name: 'a', data },
        ],
      }),
      'evals',
    ],
    ['an eval set without name', (data) => ({ evals: [{ name: '', data }] }), 'evals'],
    ['an eval set named by a number', (data) => ({ evals: [{ name: '1', data }] }), 'evals'],
    ['a period of zero and a half', () => ({ verbose: 0.5 }), 'period'],
  ])('%s', (_, options, argument) => {
    using data = denseMatrix();
    expect(caught(() => train(params, data, { rounds: 2, ...options(data) }))).toMatchObject({
      name: 'InvalidArgumentError',
      argument,
    });
  });

  test('an eval set with other columns', () => {
    using data = denseMatrix();
    using other = columnMatrix();
    const evals = [{ name: 'v', data: other }];
    expect(caught(() => train(params, data, { rounds: 1, evals }))).toMatchObject({
      name: 'FeatureMismatchError',
      unexpected: ['e', 'f'],
    });
  });

  test('an eval set with a level that the training data lacks', () => {
    using data = columnMatrix();
    const levels = ['amber', 'blue', 'cyan', 'dust', 'aa'];
    using other = columnMatrix(
      table.columns.map((column) => ('codes' in column ? { ...column, levels } : column)),
    );
    const evals = [{ name: 'v', data: other }];
    expect(caught(() => train(params, data, { rounds: 1, evals }))).toMatchObject({
      name: 'UnseenCategoryError',
      levels: ['aa'],
    });
  });

  test('a parameter that the library refuses', () => {
    using data = denseMatrix();
    expect(caught(() => train({ objective: 'reg:nonsense' }, data, { rounds: 1 }))).toMatchObject({
      name: 'XGBoostError',
      function: 'XGBoosterUpdateOneIter',
    });
    expect(() => train(params, data, { rounds: 1 }).booster.dispose()).not.toThrow();
  });
});

describe('a custom objective', () => {
  const gradients =
    (change: Partial<ReturnType<CustomObjective>>): CustomObjective =>
    (margin) => ({
      gradient: margin.values.slice(),
      hessian: margin.values.map(() => 1),
      ...change,
    });

  test.each([
    ['too few gradients', { gradient: new Float32Array(3) }, { field: 'gradient' }],
    [
      'a hessian that is NaN',
      { hessian: new Float64Array(table.rows).fill(NaN, 7) },
      { field: 'hessian', row: 7 },
    ],
  ])('%s', (_, change, at) => {
    using data = denseMatrix();
    const options = { rounds: 1, objective: gradients(change) };
    expect(caught(() => train({ nthread: 1 }, data, options))).toMatchObject({
      name: 'InvalidDataError',
      ...at,
    });
  });

  test('gradients in float64 are taken too', () => {
    using data = denseMatrix();
    const run = (objective: CustomObjective): string => {
      using result = train({ nthread: 1 }, data, { rounds: 2, objective });
      return base64(result.booster);
    };
    expect(run(gradients({}))).toBe(
      run((margin) => ({
        gradient: Float64Array.from(margin.values),
        hessian: new Float64Array(margin.values.length).fill(1),
      })),
    );
  });
});
