import { expect, test } from '@jest/globals';
import { effectRows } from '../../../src/report/insight/effects.ts';
import { reference, rows, table } from './reference.ts';

const explained = {
  rows,
  features: ['amount', 'visits', 'place'],
  contributions: Float32Array.from(reference.contributions),
};
const effects = effectRows(table, explained);

test('features come by mean |SHAP|, as Python has it', () => {
  const order = Object.entries(reference.mean_abs).toSorted(([, a], [, b]) => b - a);
  expect([...new Set(effects.map(({ feature }) => feature))]).toEqual(order.map(([name]) => name));
  for (const { feature, rank, mean_abs: meanAbs } of effects) {
    expect(meanAbs).toBeCloseTo(reference.mean_abs[feature]!, 6);
    expect(rank).toBe(order.findIndex(([name]) => name === feature) + 1);
  }
});

test.each(Object.keys(reference.effects))(
  "%s: groups, means and percentiles are NumPy's",
  (name) => {
    const own = effects.filter(({ feature }) => feature === name);
    const expected = reference.effects[name]!;
    expect(own.map((row) => row.rows)).toEqual(expected.map((row) => row.rows));
    for (const [place, { spread, values }] of expected.entries()) {
      const row = own[place]!;
      if (values !== null) expect(row.values).toBe(values);
      const found = [row.mean, row.low, row.high];
      for (const [at, value] of spread.entries()) {
        if (value === null) expect(found[at]).toBeNull();
        else expect(found[at]).toBeCloseTo(value, 6);
      }
    }
  },
);

test('no line stands for fewer than ten rows', () => {
  const few = { ...explained, rows: rows.slice(0, 24) };
  for (const row of effectRows(table, few)) {
    if (row.rows < 10) expect([row.mean, row.low, row.high]).toEqual([null, null, null]);
  }
  expect(Math.max(...effectRows(table, few, 2).map(({ rank }) => rank))).toBe(2);
});
