import { expect, test } from '@jest/globals';
import { bootstrap } from '../../src/metrics/bootstrap.ts';
import { pairedTies, tiesWithin } from '../../src/metrics/ties.ts';
import { metricCatalog } from '../../src/metrics/catalog.ts';
import { RandomState } from '../../src/split/random-state.ts';
import { drawn } from './reference.ts';

test('values on or between the bounds tie', () => {
  expect(tiesWithin([0.5, 0.7, 0.61, 0.6, 0.8, Number.NaN], { low: 0.6, high: 0.7 })).toEqual([
    1, 2, 3,
  ]);
});

const { labels, scores } = drawn({ n: 1500, rate: 0.3, decimals: null, seed: 8, dtype: 'float64' });
const noise = new RandomState(9);
const close = scores.map((score) =>
  Math.min(1, Math.max(0, score + 0.02 * (noise.randomSample() - 0.5))),
);
const worse = scores.map((score) => 0.4 * score + 0.6 * noise.randomSample());

test.each([
  ['roc_auc', 'maximize'],
  ['brier', 'minimize'],
] as const)(
  'the run close to the best ties with it on %s, the worse one does not',
  (metric, direction) => {
    const runs = [worse, scores, close];
    const values = runs.map((run) => metricCatalog[metric].compute(labels, run));
    const resampled = bootstrap({
      labels,
      scores: runs,
      names: [metric],
      random: new RandomState(1),
      resamples: 200,
    });
    const { best, ties } = pairedTies({
      values,
      direction,
      resampled: resampled.map((run) => run[metric]),
    });
    expect([best, ...ties].sort()).toEqual([1, 2]);
  },
);

test('of equal runs the first is best and the rest tie', () => {
  const series = Float64Array.of(0.7, 0.8, 0.9);
  const ties = pairedTies({
    values: [0.8, 0.8],
    resampled: [series, series],
    direction: 'maximize',
  });
  expect(ties).toEqual({ best: 0, ties: [1] });
});
