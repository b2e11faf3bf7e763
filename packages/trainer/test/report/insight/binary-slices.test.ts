import { describe, expect, test } from '@jest/globals';
import { normalQuantile, wilsonInterval } from '../../../src/metrics/wilson-interval.ts';
import { binarySlices } from '../../../src/report/insight/binary-slices.ts';
import type { BinarySlice } from '../../../src/report/insight/binary-slices.ts';
import { reference, rows, scored, table } from './reference.ts';

const slices = binarySlices({ columns: table.columns, sensitive: ['place'], rows, scored });

describe("Wilson's interval is SciPy's", () => {
  test.each(reference.wilson)('%d of %d', (k, n, low, high, low999, high999) => {
    const at95 = wilsonInterval(k, n);
    expect(at95.low).toBeCloseTo(low, 12);
    expect(at95.high).toBeCloseTo(high, 12);
    const at999 = wilsonInterval(k, n, normalQuantile.of999);
    expect(at999.low).toBeCloseTo(low999, 12);
    expect(at999.high).toBeCloseTo(high999, 12);
  });

  test('nothing was tried: nothing is known', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: NaN, high: NaN });
  });
});

test('the groups are those of NumPy: same number, same rows in each', () => {
  expect(slices.map(({ column, rows }) => [column, rows])).toEqual(
    reference.slices.map(({ column, rows }) => [column, rows]),
  );
  expect(slices.map(({ slice }) => slice)).toEqual(
    reference.slices.map(({ slice }, place) => slice ?? slices[place]?.slice),
  );
  expect(slices.map(({ slice }) => slice).slice(0, 6)).toEqual([
    expect.stringMatching(/^≤ \d/),
    ...Array.from({ length: 3 }, () => expect.stringMatching(/^\S+ to \S+$/)),
    expect.stringMatching(/^> \d/),
    'missing',
  ]);
});

const rates = ['precision', 'recall', 'false_positive_rate', 'f1'] as const;
const triple = (slice: BinarySlice, name: (typeof rates)[number]) => [
  slice[name],
  slice[`${name}_low`],
  slice[`${name}_high`],
];

test.each(rates)("%s of every group is scikit-learn's, its interval SciPy's", (name) => {
  for (const [place, expected] of reference.slices.entries()) {
    const found = triple(slices[place]!, name);
    for (const [at, value] of (expected[name] ?? [null, null, null]).entries()) {
      if (value === null) expect(found[at]).toBeNull();
      else expect(found[at]).toBeCloseTo(value, 12);
    }
  }
});

test('what is predicted on average, and which groups are clearly worse', () => {
  for (const [
    place,
    { mean_predicted: mean, clearly_worse: worse },
  ] of reference.slices.entries()) {
    if (mean === undefined) expect(slices[place]?.mean_predicted).toBeNull();
    else expect(slices[place]?.mean_predicted).toBeCloseTo(mean, 6);
    expect(slices[place]?.clearly_worse).toBe(worse ?? false);
  }
});

test('a group of fewer than 30 rows tells its number of rows and nothing else', () => {
  const few = rows.slice(0, 40);
  const some = { labels: scored.labels.slice(0, 40), scores: scored.scores.slice(0, 40) };
  const small = binarySlices({ columns: table.columns, sensitive: [], rows: few, scored: some });
  for (const { column, slice, sensitive, rows, clearly_worse, ...rest } of small) {
    expect([column !== '', slice !== '', sensitive, clearly_worse]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    if (rows < 30) expect(Object.values(rest).every((value) => value === null)).toBe(true);
  }
  expect(small.filter(({ rows }) => rows < 30).length).toBeGreaterThan(5);
});

test('only the sensitive column is marked', () => {
  expect(new Set(slices.filter(({ sensitive }) => sensitive).map(({ column }) => column))).toEqual(
    new Set(['place']),
  );
});

test('the threshold decides', () => {
  const input = { columns: table.columns, sensitive: [], rows, scored };
  const flagged = (threshold: number): number =>
    binarySlices({ ...input, threshold })
      .filter(({ column }) => column === 'visits')
      .reduce((sum, slice) => sum + (slice.flagged ?? 0), 0);
  expect(flagged(0)).toBe(420);
  expect(flagged(1)).toBe(0);
});

test('a column that puts all rows into one group has no slice, unless it is sensitive', () => {
  const same = { ...table.column('visits'), name: 'same' };
  const flat = { ...same, kind: 'numeric', values: new Float64Array(rows.length).fill(1) } as const;
  const columns = [table.column('visits'), { ...flat, integer: true }];
  const names = (sensitive: string[]): string[] => [
    ...new Set(binarySlices({ columns, sensitive, rows, scored }).map(({ column }) => column)),
  ];
  expect(names([])).toEqual(['visits']);
  expect(names(['same'])).toEqual(['visits', 'same']);
});
