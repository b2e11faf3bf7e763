import { expect, test } from '@jest/globals';
import { classSlices } from '../../../src/report/insight/class-slices.ts';
import { classed, classes, reference, rows, table } from './reference.ts';

const { slices: expected } = reference.classes;
const found = classSlices({
  ...{ columns: table.columns, sensitive: [], rows, scored: classed, classes },
});

test("accuracy of every group is scikit-learn's, its interval SciPy's", () => {
  expect(expected.some((slice) => slice.clearly_worse)).toBe(true);
  for (const [place, slice] of found.entries()) {
    const { accuracy, clearly_worse: worse = false, right, rows: count } = expected[place]!;
    expect([slice.rows, slice.right, slice.clearly_worse]).toEqual([count, right ?? null, worse]);
    for (const [at, value] of (accuracy ?? []).entries()) {
      const own = [slice.accuracy, slice.accuracy_low, slice.accuracy_high][at];
      expect(own).toBeCloseTo(value, 12);
    }
  }
});

test('the most frequent class, its share, and how often it is named', () => {
  for (const [place, slice] of found.entries()) {
    const commonest = expected[place]!.commonest;
    if (!commonest) continue;
    const [code, share, decided] = commonest;
    expect(slice.commonest).toBe(classes[code]);
    expect(slice.commonest_share).toBeCloseTo(share, 12);
    expect(slice.commonest_decided).toBeCloseTo(decided, 12);
  }
});

test('a group of fewer than 30 rows tells its number of rows and nothing else', () => {
  const scored = { labels: classed.labels.slice(0, 40), scores: classed.scores.slice(0, 120) };
  const own = classSlices({
    ...{ columns: table.columns, sensitive: [], rows: rows.slice(0, 40), scored, classes },
  });
  const small = own.filter((slice) => slice.rows < 30);
  expect(small.length).toBeGreaterThan(5);
  for (const { column, slice, sensitive, rows: count, ...rest } of small) {
    expect([column, slice, sensitive, count > 0]).toEqual([column, slice, false, true]);
    expect(Object.values(rest).filter((value) => value !== null)).toEqual([false]);
  }
});
