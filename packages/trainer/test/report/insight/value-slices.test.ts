import { expect, test } from '@jest/globals';
import { valueSlices } from '../../../src/report/insight/value-slices.ts';
import type { ValueSlice } from '../../../src/report/insight/value-slices.ts';
import type { SliceMetric } from '../../../src/report/insight/slice-error.ts';
import { reference, rows, table, values } from './reference.ts';

const { alpha, power, slices: expected } = reference.values;

function slicesBy(name: SliceMetric['name'], quantile?: number): ValueSlice[] {
  const metric = { name, quantileAlpha: alpha, deviancePower: power };
  return valueSlices({
    ...{ columns: table.columns, sensitive: ['place'], rows, values, metric, quantile },
  });
}

function close(found: number | null, value: number): void {
  expect(Math.abs((found ?? NaN) - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
}

function closeRange(slice: ValueSlice, name: 'ae_ratio' | 'mean_residual' | 'covered' | 'error') {
  return (range: readonly number[]): void => {
    const found = [slice[name], slice[`${name}_low`], slice[`${name}_high`]];
    for (const [at, value] of range.entries()) close(found[at] ?? null, value);
  };
}

test('actual over expected and residuals of every group are those of NumPy, their intervals those of SciPy', () => {
  const found = slicesBy('mae');
  expect(found.map(({ column, rows: count }) => [column, count])).toEqual(
    expected.map(({ column, rows: count }) => [column, count]),
  );
  const told = expected.filter(({ means }) => means);
  expect(told.map(({ off }) => off)).toEqual(expect.arrayContaining(['', 'too low', 'too high']));
  for (const [place, slice] of found.entries()) {
    const { ae_ratio: ratio, exposure, mean_residual: residual, means, off } = expected[place]!;
    if (!ratio || !residual || !means) continue;
    close(slice.exposure, exposure!);
    close(slice.mean_actual, means[0]!);
    close(slice.mean_predicted, means[1]!);
    closeRange(slice, 'ae_ratio')(ratio);
    closeRange(slice, 'mean_residual')(residual);
    expect([place, slice.clearly_off]).toEqual([place, off]);
    expect(slice.covered).toBeNull();
  }
});

test.each(['mape', 'wape', 'mae', 'rmse', 'pinball', 'deviance'] as const)(
  "%s of every group is scikit-learn's, its interval SciPy's",
  (name) => {
    const flags = expected.map(({ worse }) => worse?.[name] ?? false);
    for (const [place, slice] of slicesBy(name).entries()) {
      expect([slice.metric, slice.clearly_worse]).toEqual([name, flags[place]]);
      const errors = expected[place]!.errors?.[name];
      if (errors) closeRange(slice, 'error')(errors);
      else expect([slice.error, slice.error_low, slice.error_high]).toEqual([null, null, null]);
    }
    expect(flags).toContain(false);
  },
);

test('of a quantile it is told how many rows are not above it, and no total', () => {
  for (const [place, slice] of slicesBy('pinball', alpha).entries()) {
    const { covered, quantile_off: off } = expected[place]!;
    if (!covered) continue;
    closeRange(slice, 'covered')(covered);
    expect([slice.ae_ratio, slice.mean_residual]).toEqual([null, null]);
    expect([place, slice.clearly_off]).toEqual([place, off]);
  }
});

test('where targets are below 0 there is no ratio, and residuals still tell what is off', () => {
  const shifted = {
    labels: values.labels.map((label) => label - 500),
    scores: values.scores.map((score) => score - 500),
  };
  const own = valueSlices({
    ...{ columns: table.columns, sensitive: [], rows, values: shifted, metric: { name: 'mae' } },
  });
  const same = slicesBy('mae');
  for (const [place, slice] of own.entries()) {
    expect(slice.ae_ratio).toBeNull();
    expect(slice.clearly_off).toBe(same[place]!.clearly_off);
  }
});

test('a group of fewer than 30 rows tells its number of rows and nothing else', () => {
  const few = rows.slice(0, 40);
  const some = { labels: values.labels.slice(0, 40), scores: values.scores.slice(0, 40) };
  const own = valueSlices({
    ...{ columns: table.columns, sensitive: [], rows: few, values: some, metric: { name: 'mae' } },
  });
  const small = own.filter((slice) => slice.rows < 30);
  expect(small.length).toBeGreaterThan(5);
  for (const { column, slice, sensitive, rows: count, metric, ...rest } of small) {
    expect([column, slice, sensitive, count > 0, metric]).toEqual([
      ...[column, slice, false, true, 'mae'],
    ]);
    expect(Object.values(rest).filter((value) => value !== null)).toEqual([false, '']);
  }
});
