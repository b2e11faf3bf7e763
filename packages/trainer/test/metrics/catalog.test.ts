import { describe, expect, test } from '@jest/globals';
import {
  directionOf,
  isMetricName,
  metricCatalog as catalogOfTasks,
  metricNames as allNames,
  metricNamesOf,
} from '../../src/metrics/catalog.ts';
import { tasks } from '../../src/metrics/task.ts';
import { UndefinedMetricError } from '../../src/metrics/undefined-metric-error.ts';
import { drawn, reference, typed } from './reference.ts';

const metricCatalog = catalogOfTasks.binary;
const metricNames = Object.keys(metricCatalog) as (keyof typeof metricCatalog)[];

const cases = [
  ...reference.small.map((row) => ({ ...row, scores: typed(row.dtype, row.scores) })),
  ...reference.large.map((row) => ({
    ...drawn(row),
    name: `${row.n} rows, ${row.dtype}, decimals ${String(row.decimals)}`,
    threshold: 0.5,
    expected: row.expected,
  })),
];
const rows = cases.flatMap((row) =>
  metricNames.filter((metric) => metric in row.expected).map((metric) => ({ ...row, metric })),
);

test.each(rows)(
  '$metric equals scikit-learn: $name',
  ({ metric, labels, scores, threshold, expected }) => {
    const compute = () => metricCatalog[metric].compute(labels, scores, threshold);
    const value = expected[metric];
    if (typeof value !== 'number') {
      expect(compute).toThrow(UndefinedMetricError);
      return;
    }
    expect(Math.abs(compute() - value)).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)));
  },
);

test.each(cases.filter(({ expected }) => 'log_loss_as_is' in expected))(
  'log_loss of float32 is within 1e-6 of what scikit-learn computes in float32: $name',
  ({ labels, scores, expected }) => {
    const value = expected.log_loss_as_is!;
    expect(Math.abs(metricCatalog.log_loss.compute(labels, scores) - value)).toBeLessThan(
      1e-6 * Math.max(1, value),
    );
  },
);

describe('the catalog', () => {
  test('has the metrics that scikit-learn gave, and no other', () => {
    const given = Object.keys(reference.bootstraps[0]?.expected ?? {});
    expect(metricNames.toSorted()).toEqual(given.toSorted());
  });

  test('declares the losses as smaller-is-better, the rest as larger-is-better', () => {
    const losses = metricNames.filter((name) => metricCatalog[name].direction === 'minimize');
    expect(losses).toEqual(['log_loss', 'brier', 'ece']);
  });

  test('says which metrics depend on the threshold', () => {
    const { labels, scores } = drawn({
      n: 400,
      rate: 0.3,
      decimals: null,
      seed: 5,
      dtype: 'float64',
    });
    const moving = metricNames.filter((name) => {
      const { compute } = metricCatalog[name];
      return compute(labels, scores, 0.3) !== compute(labels, scores, 0.6);
    });
    expect(moving).toEqual(metricNames.filter((name) => metricCatalog[name].needs === 'labels'));
  });

  test.each(['f1_score', 'constructor', '', '__proto__'])('has no metric %j', (name) => {
    expect(isMetricName(name)).toBe(false);
    expect(isMetricName(name, 'binary')).toBe(false);
  });

  test('has each name with one direction, whatever the task', () => {
    for (const task of tasks) {
      const metrics: Readonly<Record<string, { direction: string }>> = catalogOfTasks[task];
      for (const name of metricNamesOf(task)) {
        expect(isMetricName(name, task)).toBe(true);
        expect([name, metrics[name]?.direction]).toEqual([name, directionOf(name)]);
      }
    }
    expect(new Set(tasks.flatMap((task) => [...metricNamesOf(task)]))).toEqual(new Set(allNames));
  });
});
