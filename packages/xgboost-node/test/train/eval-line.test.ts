import { describe, expect, test } from '@jest/globals';
import { parseEvalLine } from '../../src/train/eval-line.ts';
import { sixDecimals } from '../../src/train/six-decimals.ts';

describe('parseEvalLine', () => {
  test.each([
    ['no eval sets', '[0]', []],
    [
      '17 digits',
      '[7]\t0-rmse:0.21306582812788441',
      [{ index: 0, metric: 'rmse', value: 0.21306582812788441 }],
    ],
    ['a metric with a number', '[1]\t1-ndcg@32:1', [{ index: 1, metric: 'ndcg@32', value: 1 }]],
    [
      'a metric with dashes',
      '[1]\t0-tweedie-nloglik@1.5:2e-5',
      [{ index: 0, metric: 'tweedie-nloglik@1.5', value: 2e-5 }],
    ],
    ['nan', '[1]\t0-auc:nan', [{ index: 0, metric: 'auc', value: NaN }]],
    ['minus nan', '[1]\t0-auc:-nan', [{ index: 0, metric: 'auc', value: NaN }]],
    [
      'inf',
      '[1]\t0-a:inf\t0-b:-inf',
      [
        { index: 0, metric: 'a', value: Infinity },
        { index: 0, metric: 'b', value: -Infinity },
      ],
    ],
    [
      'eleven sets',
      `[0]${Array.from({ length: 11 }, (_, i) => `\t${i}-e:${i}`).join('')}`,
      Array.from({ length: 11 }, (_, index) => ({ index, metric: 'e', value: index })),
    ],
  ])('%s', (_, line, scores) => {
    expect(parseEvalLine(line)).toEqual(scores);
  });
});

describe('sixDecimals rounds as C prints %f', () => {
  // Expected values from Python: float("%f" % value).
  test.each([
    [0.1234565, 0.123456],
    [0.1234564999, 0.123456],
    [1 / 128, 0.007812],
    [3 / 128, 0.023438],
    [-1 / 128, -0.007812],
    [-3 / 128, -0.023438],
    [5 / 128, 0.039062],
    [1e-9, 0],
    [123456.789, 123456.789],
    [1e22, 1e22],
    [0.5, 0.5],
    [NaN, NaN],
    [-Infinity, -Infinity],
  ])('%d', (value, expected) => {
    expect(sixDecimals(value)).toBe(expected);
  });
});
