import { expect, test } from '@jest/globals';
import { metricCatalog as catalogOfTasks } from '../../src/metrics/catalog.ts';
import { evaluate } from '../../src/metrics/evaluate.ts';
import { MetricInputError } from '../../src/metrics/metric-input-error.ts';
import { drawn } from './reference.ts';

const metricCatalog = catalogOfTasks.binary;
const metricNames = Object.keys(metricCatalog) as (keyof typeof metricCatalog)[];

test('gives each metric as the catalog computes it', () => {
  const { labels, scores } = drawn({ n: 300, rate: 0.3, decimals: 2, seed: 1, dtype: 'float32' });
  const values = evaluate(metricNames, labels, scores, 0.4);
  expect(values).toEqual(
    Object.fromEntries(
      metricNames.map((name) => [name, metricCatalog[name].compute(labels, scores, 0.4)]),
    ),
  );
});

test('the input is left as it was', () => {
  const scores = Float32Array.of(0.9, 0.1, 0.5);
  evaluate(['roc_auc'], [1, 0, 1], scores);
  expect([...scores]).toEqual([...Float32Array.of(0.9, 0.1, 0.5)]);
});

test.each([
  ['no rows', [], []],
  ['too few scores', [0, 1], [0.5]],
  ['a label that is no class', [0, 2], [0.5, 0.6]],
  ['a missing label', [0, Number.NaN], [0.5, 0.6]],
  ['a score that is no number', [0, 1], [0.5, Number.NaN]],
  ['an infinite score', [0, 1], [0.5, Infinity]],
])('%s is refused', (_, labels, scores) => {
  expect(() => evaluate(['accuracy'], labels, Float64Array.from(scores))).toThrow(MetricInputError);
});

test.each(['log_loss', 'brier'] as const)('%s refuses a margin', (name) => {
  expect(() => evaluate([name], [0, 1], Float64Array.of(-0.5, 0.5))).toThrow(
    'score -0.5 is no probability',
  );
});
