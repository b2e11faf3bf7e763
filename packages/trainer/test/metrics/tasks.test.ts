import { describe, expect, test } from '@jest/globals';
import { metricNamesOf } from '../../src/metrics/catalog.ts';
import { lossOf } from '../../src/metrics/direction.ts';
import { judge } from '../../src/metrics/judge.ts';
import type { Judgement } from '../../src/metrics/judgement.ts';
import { MetricInputError } from '../../src/metrics/metric-input-error.ts';
import { mapeUndefinedRows } from '../../src/metrics/regression/mape.ts';
import { UndefinedMetricError } from '../../src/metrics/undefined-metric-error.ts';
import { UnknownMetricError } from '../../src/metrics/unknown-metric-error.ts';
import { RandomState } from '../../src/split/random-state.ts';
import { intervalsOf } from './intervals-of.ts';
import { typed } from './reference.ts';
import { drawnClasses, drawnValues, taskReference } from './task-reference.ts';

const regression = (alpha: number, power: number | null): Judgement => ({
  task: 'regression',
  quantileAlpha: alpha,
  deviancePower: power ?? undefined,
});
const multiclass: Judgement = { task: 'multiclass' };

const cases = [
  ...taskReference.small.map((row) => ({
    ...row,
    labels: Float64Array.from(row.labels),
    scores: typed(row.dtype, row.scores),
    judgement: regression(row.alpha, row.power),
  })),
  ...taskReference.values.map((row) => ({
    ...drawnValues(row),
    name: `${row.n} values, ${row.dtype}, power ${row.power}`,
    judgement: regression(row.alpha, row.power),
    expected: row.expected,
  })),
  ...taskReference.few.map((row) => ({
    ...row,
    labels: Float64Array.from(row.labels),
    scores: Float64Array.from(row.scores.flat()),
    judgement: multiclass,
  })),
  ...taskReference.classes.map((row) => ({
    ...drawnClasses(row),
    name: `${row.n} rows of ${row.classes} classes, ${row.dtype}`,
    judgement: multiclass,
    expected: row.expected,
  })),
];
const rows = cases.flatMap((row) =>
  metricNamesOf(row.judgement.task).map((metric) => ({ ...row, metric })),
);

test.each(rows)(
  '$metric equals scikit-learn: $name',
  ({ metric, labels, scores, judgement, expected }) => {
    const value = expected[metric];
    const compute = (): number => judge(labels, scores, judgement).value(metric);
    if (value === null) {
      expect(compute).toThrow(UndefinedMetricError);
      return;
    }
    expect(value).toEqual(expect.any(Number));
    expect(Math.abs(compute() - value!)).toBeLessThan(1e-12 * Math.max(1, Math.abs(value!)));
  },
);

describe('the intervals equal a bootstrap with NumPy and scikit-learn', () => {
  const { bootstrap_values: ofValues, bootstrap_classes: ofClasses } = taskReference;
  test.each([
    {
      ...ofValues,
      ...drawnValues(ofValues),
      judgement: regression(ofValues.alpha, ofValues.power),
    },
    { ...ofClasses, ...drawnClasses(ofClasses), judgement: multiclass },
  ])('$n rows, $resamples resamples, $undefined of them lack a metric', (row) => {
    const names = metricNamesOf(row.judgement.task);
    const intervals = intervalsOf(names, row.labels, row.scores, {
      random: new RandomState(row.bootstrap_seed),
      resamples: row.resamples,
      judgement: row.judgement,
    });
    expect(Object.keys(row.expected).toSorted()).toEqual(names.toSorted());
    for (const name of names) {
      const [low, high] = row.expected[name]!;
      const near = (value: number, other: number): boolean =>
        Math.abs(value - other) < 1e-11 * Math.max(1, Math.abs(other));
      expect([name, near(intervals[name].low, low), near(intervals[name].high, high)]).toEqual([
        name,
        true,
        true,
      ]);
    }
  });
  test('some resamples of the classes lack a class', () => {
    expect(ofClasses.undefined).toBeGreaterThan(5);
  });
});

describe('input that cannot be judged', () => {
  test.each([
    ['no rows', [], [], multiclass],
    ['a probability too few', [0, 1], [0.5, 0.5, 1], multiclass],
    ['a class without a probability', [0, 2], [0.5, 0.5, 0.5, 0.5], multiclass],
    ['half a class', [0, 0.5], [0.5, 0.5, 0.5, 0.5], multiclass],
    ['a margin', [0, 1], [0.5, 1.5, -0.5, 0.5], multiclass],
    ['no rows', [], [], regression(0.5, 0)],
    ['unequal lengths', [1], [1, 2], regression(0.5, 0)],
    ['a missing value', [NaN], [1], regression(0.5, 0)],
    ['an infinite prediction', [1], [Infinity], regression(0.5, 0)],
  ] as const)('%s', (_, labels, scores, judgement) => {
    expect(() => judge(labels, Float64Array.from(scores), judgement)).toThrow(MetricInputError);
  });

  test('a metric of another task', () => {
    expect(() => judge([1], Float64Array.of(1), regression(0.5, 0)).value('f1')).toThrow(
      UnknownMetricError,
    );
  });
});

test.each([
  ['whose mean is not exact', [0.1, 0.1, 0.1], undefined],
  ['once it is resampled', [7, 0.1, 0.1, 0.1], Int32Array.of(0, 2, 1, 1)],
])('r2 of a constant target %s is 0, and 1 where all is right', (_, labels, weights) => {
  const r2 = (scores: readonly number[]): number => {
    const rows = judge(labels, Float64Array.from(scores), regression(0.5, 0));
    return (weights ? rows.resampled(weights) : rows).value('r2');
  };
  expect(r2(labels)).toBe(1);
  expect(r2(labels.map((label) => label + 1))).toBe(0);
});

test('the rows that MAPE leaves out are counted', () => {
  expect(mapeUndefinedRows([0, -0, 1, -2, 1e-300])).toBe(2);
});

test.each([
  ['maximize', [3, 2, 1]],
  ['minimize', [1, 2, 3]],
  ['toward-one', [1.1, 0.9, 1.2, 0.8, 2, 0.4, 3, 0, -1]],
] as const)('%s ranks by loss', (direction, best) => {
  const losses = best.map((value) => lossOf(value, direction));
  expect(losses).toEqual(losses.toSorted((a, b) => a - b));
});
