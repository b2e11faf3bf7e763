import { describe, expect, test } from '@jest/globals';
import { Booster, earlyStopping, train } from '../../src/index.ts';
import type { EarlyStoppingOptions } from '../../src/index.ts';
import { isMaximized } from '../../src/callbacks/metric-direction.ts';
import { pythonFloat } from '../../src/callbacks/python-float.ts';
import { caught } from '../caught.ts';
import { denseMatrix } from '../small-model.ts';

const params = { objective: 'binary:logistic', nthread: 1, disable_default_eval_metric: true };

/** Trains while a metric takes the given scores, one per round. */
function stopOn(scores: readonly number[], options: EarlyStoppingOptions, metric = 'm') {
  using data = denseMatrix();
  let round = 0;
  using result = train(params, data, {
    rounds: scores.length,
    evals: [{ name: 'v', data }],
    metric: () => ({ name: metric, value: scores[round++]! }),
    earlyStopping: options,
  });
  const { booster, rounds, bestIteration, bestScore } = result;
  return {
    rounds,
    bestIteration,
    bestScore,
    inModel: booster.roundCount,
    attributes: Object.fromEntries(booster.attributes()),
  };
}

describe('early stopping', () => {
  test.each<[string, number[], EarlyStoppingOptions, number, number]>([
    ['smaller is better', [3, 2, 2, 2, 1], { rounds: 2 }, 4, 1],
    ['larger is better when said', [1, 2, 1, 1, 9], { rounds: 2, maximize: true }, 4, 1],
    ['never improves', [1, 1, 1, 1], { rounds: 1 }, 2, 0],
    ['always improves', [4, 3, 2, 1], { rounds: 1 }, 4, 3],
    ['an improvement must exceed minDelta', [4, 3.5, 3, 2.5], { rounds: 2, minDelta: 0.5 }, 4, 2],
    ['minDelta out of reach', [4, 3, 2, 1], { rounds: 1, minDelta: 100 }, 2, 0],
    ['nothing improves on NaN', [NaN, 1, 1, 1], { rounds: 2 }, 3, 0],
    ['NaN is no improvement', [2, NaN, 1, 1, 1], { rounds: 2 }, 5, 2],
    ['minus infinity', [2, -Infinity, 1, 1], { rounds: 2 }, 4, 1],
  ])('%s', (_, scores, options, rounds, bestIteration) => {
    const result = stopOn(scores, options);
    expect(result).toMatchObject({
      rounds,
      bestIteration,
      bestScore: scores[bestIteration],
      inModel: rounds,
      attributes: {
        best_iteration: String(bestIteration),
        best_score: pythonFloat(scores[bestIteration]!),
      },
    });
  });

  test('saveBest returns the model of the best round', () => {
    const result = stopOn([3, 1, 2, 2, 2], { rounds: 2, saveBest: true });
    expect(result).toMatchObject({ rounds: 4, inModel: 2, attributes: { best_iteration: '1' } });
  });

  test('auc rises by itself', () => {
    expect(stopOn([0.5, 0.6, 0.6], { rounds: 1 }, 'auc').bestIteration).toBe(1);
  });

  test.each<[string, Partial<EarlyStoppingOptions>, string]>([
    ['rounds 0', { rounds: 0 }, 'earlyStopping.rounds'],
    ['minDelta below 0', { minDelta: -1 }, 'earlyStopping.minDelta'],
    ['minDelta NaN', { minDelta: NaN }, 'earlyStopping.minDelta'],
    ['unknown data', { data: 'w' }, 'earlyStopping.data'],
    ['unknown metric', { metric: 'w' }, 'earlyStopping.metric'],
  ])('%s is refused', (_, options, argument) => {
    expect(caught(() => stopOn([1, 2], { rounds: 1, ...options }))).toMatchObject({
      name: 'InvalidArgumentError',
      argument,
    });
  });

  test('saveBest is refused for gblinear', () => {
    using data = denseMatrix();
    const options = {
      rounds: 3,
      evals: [{ name: 'v', data }],
      earlyStopping: { rounds: 1, saveBest: true },
    };
    const linear = { booster: 'gblinear', updater: 'coord_descent', nthread: 1 };
    expect(caught(() => train(linear, data, options))).toMatchObject({
      name: 'XGBoostError',
      function: 'XGBoosterSlice',
    });
  });

  test('as a callback it knows the best round too, and can be used again', () => {
    using data = denseMatrix();
    const stopping = earlyStopping({ rounds: 2 });
    expect(stopping.bestIteration).toBeUndefined();
    for (const rounds of [4, 2]) {
      const evals = [{ name: 'v', data }];
      train({ nthread: 1 }, data, { rounds, evals, callbacks: [stopping] }).booster.dispose();
      expect(stopping.bestIteration).toBe(rounds - 1);
    }
  });

  test('the best score survives saving', () => {
    using data = denseMatrix();
    const options = { rounds: 3, evals: [{ name: 'v', data }], earlyStopping: { rounds: 2 } };
    using result = train({ nthread: 1 }, data, options);
    using loaded = Booster.fromBuffer(result.booster.toBuffer());
    expect(Number(loaded.attribute('best_score'))).toBe(result.bestScore);
    expect(Number(loaded.attribute('best_iteration'))).toBe(result.bestIteration);
  });
});

test.each([
  ['auc', true],
  ['aucpr', true],
  ['pre@3', true],
  ['map', true],
  ['ndcg@32', true],
  ['mape', false],
  ['logloss', false],
  ['error@0.3', false],
  ['my-auc', false],
])('%s: larger is better: %p', (metric, expected) => {
  expect(isMaximized(metric)).toBe(expected);
});

// Expected texts from Python: str(value).
test.each([
  [0.1, '0.1'],
  [1, '1.0'],
  [-0, '-0.0'],
  [0, '0.0'],
  [1e-4, '0.0001'],
  [1e-5, '1e-05'],
  [1.5e-7, '1.5e-07'],
  [1e-100, '1e-100'],
  [123456789012345680, '1.2345678901234568e+17'],
  [1e16, '1e+16'],
  [1234567890123456, '1234567890123456.0'],
  [NaN, 'nan'],
  [Infinity, 'inf'],
  [-Infinity, '-inf'],
  [0.9999839997439959, '0.9999839997439959'],
])('pythonFloat(%d) is %s', (value, expected) => {
  expect(pythonFloat(value)).toBe(expected);
});
