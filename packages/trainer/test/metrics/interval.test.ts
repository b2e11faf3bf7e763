import { describe, expect, test } from '@jest/globals';
import { bootstrap } from '../../src/metrics/bootstrap.ts';
import { metricNamesOf } from '../../src/metrics/catalog.ts';
import { percentileInterval } from '../../src/metrics/percentile.ts';
import { RandomState } from '../../src/split/random-state.ts';
import { intervalsOf } from './intervals-of.ts';
import { drawn, reference } from './reference.ts';

const metricNames = metricNamesOf('binary');

describe('the interval equals a bootstrap with NumPy and scikit-learn', () => {
  test.each(reference.bootstraps)(
    '$n rows, $resamples resamples, $undefined of them of one class',
    (row) => {
      const { labels, scores } = drawn(row);
      const random = new RandomState(row.bootstrap_seed);
      const intervals = intervalsOf(metricNames, labels, scores, {
        random,
        resamples: row.resamples,
      });
      for (const name of metricNames) {
        const [low, high] = row.expected[name]!;
        expect({ name, near: Math.abs(intervals[name].low - low) < 1e-12 }).toEqual({
          name,
          near: true,
        });
        expect({ name, near: Math.abs(intervals[name].high - high) < 1e-12 }).toEqual({
          name,
          near: true,
        });
      }
    },
  );
});

test('equal seeds give equal intervals, others do not', () => {
  const { labels, scores } = drawn({
    n: 200,
    rate: 0.3,
    decimals: null,
    seed: 4,
    dtype: 'float32',
  });
  const of = (seed: number) =>
    intervalsOf(['roc_auc'], labels, scores, { random: new RandomState(seed), resamples: 50 });
  expect(of(1)).toEqual(of(1));
  expect(of(1)).not.toEqual(of(2));
});

test('a lower level gives an interval inside the wider one', () => {
  const { labels, scores } = drawn({
    n: 200,
    rate: 0.3,
    decimals: null,
    seed: 4,
    dtype: 'float32',
  });
  const of = (level: number) =>
    intervalsOf(['f1'], labels, scores, { random: new RandomState(1), resamples: 1000, level }).f1;
  expect(of(0.5).low).toBeGreaterThan(of(0.95).low);
  expect(of(0.5).high).toBeLessThan(of(0.95).high);
});

test('runs are resampled in pairs: the same scores have the same values', () => {
  const { labels, scores } = drawn({
    n: 100,
    rate: 0.4,
    decimals: null,
    seed: 6,
    dtype: 'float64',
  });
  const runs = bootstrap({
    labels,
    runs: [
      { scores, judgement: { task: 'binary' } },
      { scores, judgement: { task: 'binary' } },
    ],
    names: ['f1'],
    random: new RandomState(3),
    resamples: 30,
  });
  expect(runs[0]!.f1).toEqual(runs[1]!.f1);
  expect(new Set(runs[0]!.f1).size).toBeGreaterThan(10);
});

test('no value at all leaves no interval', () => {
  const random = new RandomState(1);
  expect(
    intervalsOf(['roc_auc'], [1, 1], Float64Array.of(0.5, 0.6), { random, resamples: 5 }),
  ).toEqual({
    roc_auc: { low: Number.NaN, high: Number.NaN },
  });
});

test('percentiles are interpolated, values without a number left out', () => {
  expect(percentileInterval(Float64Array.of(4, Number.NaN, 1, 3, 2, 5), 0.75)).toEqual({
    low: 1.5,
    high: 4.5,
  });
});
