import { expect, test } from '@jest/globals';
import { compareMetric } from '../../src/drift/concept/compare-metric.ts';
import type { MetricDrift } from '../../src/drift/drift-report.ts';

type Case = [MetricDrift['direction'], reference: number, current: number, worse: number];

/** 10 % of the value to each side. */
function estimate(value: number) {
  return { value, low: value * 0.9, high: value * 1.1 };
}

function compared(direction: MetricDrift['direction'], reference: number, current: number) {
  return compareMetric(estimate(reference), {
    metric: 'm',
    direction,
    ...estimate(current),
  });
}

test.each<Case>([
  ['maximize', 0.8, 0.6, 0.25],
  ['minimize', 2, 3, 0.5],
  ['minimize', 0, 3, 1],
  ['toward-one', 1, 1.1, 0.1],
  ['toward-one', 1, 1 / 1.1, 0.1],
  ['toward-one', 2, 0.5, 0],
  ['toward-one', 0.5, 1, -0.5],
  ['toward-one', 1, 0, Number.MAX_VALUE],
])('%s, from %d to %d, is worse by %d', (direction, reference, current, worse) => {
  expect(compared(direction, reference, current).worse).toBeCloseTo(worse, 12);
});

test('twice and half of what was expected are equally unlikely by chance', () => {
  const [twice, half] = [2, 0.5].map((ratio) => compared('toward-one', 1, ratio).pValue);
  expect(twice).toBeCloseTo(half ?? NaN, 12);
  expect(twice).toBeLessThan(1e-6);
});

test('an interval that reaches below 0 tells nothing', () => {
  const { pValue } = compareMetric(estimate(1), {
    ...{ metric: 'm', direction: 'toward-one', value: 2, low: -1, high: 5 },
  });
  expect(pValue).toBe(0.5);
});
