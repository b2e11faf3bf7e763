import { expect, test } from '@jest/globals';
import { classRates, rightOf } from '../../src/briefing/tasks/multiclass/class-rates.ts';
import { mixUps } from '../../src/briefing/tasks/multiclass/mix-ups.ts';
import { reference } from '../report/insight/reference.ts';

const { cells: counts, precision, recall } = reference.classes.rates;
const names = ['A', 'B', 'C'];
const cells = counts.flatMap((row, actual) =>
  row.map((rows, predicted) => ({ actual: names[actual]!, predicted: names[predicted]!, rows })),
);

test("precision and recall of each class are scikit-learn's, their intervals SciPy's", () => {
  for (const [code, rate] of classRates(cells).entries()) {
    expect(rate.name).toBe(names[code]);
    for (const [own, expected] of [
      [rate.precision, precision[code]!],
      [rate.recall, recall[code]!],
    ] as const) {
      const found = [own.value, own.low, own.high];
      for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 12);
    }
  }
});

test('a class that is never named has no precision, one without cases no recall', () => {
  const [only, never] = classRates([
    { actual: 'x', predicted: 'x', rows: 3 },
    { actual: 'x', predicted: 'y', rows: 0 },
    { actual: 'y', predicted: 'x', rows: 0 },
    { actual: 'y', predicted: 'y', rows: 0 },
  ]);
  expect(only?.precision.value).toBe(1);
  expect([never?.precision.value, never?.recall.value]).toEqual([NaN, NaN]);
});

test('what is mixed up most comes first, as a share of the actual class', () => {
  const [first] = mixUps(cells);
  expect(first).toMatchObject({ actual: 'B', predicted: 'C', rows: counts[1]![2] });
  expect(first?.share).toBeCloseTo(counts[1]![2]! / 151, 12);
  expect(rightOf(cells).rows).toBe(reference.classes.labels.length);
});
