import { expect, test } from '@jest/globals';
import type { FeatureColumn } from '../../src/resample/feature-columns.ts';
import { ResampleError } from '../../src/resample/resample-error.ts';
import { resample } from '../../src/resample/resample.ts';
import type { ResampleSettings } from '../../src/resample/settings.ts';
import { draws } from './reference.ts';

const labels = Uint8Array.from({ length: 100 }, (_, row) => Number(row < 20));
const three = Uint8Array.from({ length: 100 }, (_, row) => row % 3);
const number = { name: 'income', values: Float64Array.from({ length: 100 }, (_, row) => row) };
const holed = { name: 'income', values: number.values.with(41, NaN) };
const category = { name: 'sex', codes: Int32Array.from({ length: 100 }, (_, row) => row % 2) };
const smote = { method: 'smote', ratio: 'auto', neighbors: 5, seed: 0 } as const;

const cases: {
  what: string;
  says: RegExp;
  settings: Partial<ResampleSettings>;
  columns?: FeatureColumn[];
  labels?: Uint8Array;
}[] = [
  {
    what: 'a ratio that is passed already, over',
    settings: { method: 'random_over', ratio: 0.25 },
    says: /^ratio 0.25 is there already: .* has 0.2500 rows .* · resample.ratio · give more/,
  },
  {
    what: 'a ratio that is passed already, under',
    settings: { method: 'random_under', ratio: 0.1 },
    says: /^ratio 0.1 is there already: .* has 0.2500 rows .* · resample.ratio · /,
  },
  {
    what: 'a ratio of three classes',
    settings: { method: 'random_over', ratio: 0.5 },
    labels: three,
    says: /^ratio 0.5 is for two classes, and the target has 3 · resample.ratio · leave it out/,
  },
  {
    what: 'more neighbours than rows',
    settings: { neighbors: 20 },
    says: /^20 neighbours, but only 20 rows of class 1 .* · resample.neighbors · give fewer/,
  },
  {
    what: 'categories in smote',
    settings: {},
    columns: [number, category],
    says: /^smote takes numbers only, and column sex holds categories · .* · use smote_nc$/,
  },
  {
    what: 'no categories in smote_nc',
    settings: { method: 'smote_nc' },
    says: /^smote_nc needs a column of categories.* · use smote$/,
  },
  {
    what: 'only categories',
    settings: { method: 'smote_nc' },
    columns: [category],
    says: /^smote_nc needs a column of numbers, and there is none · .* · use random_over$/,
  },
  {
    what: 'missing numbers',
    settings: {},
    columns: [holed],
    says: /^column income has missing cells, the first in data row 42, and smote needs .* random_over$/,
  },
];

test.each(cases)(
  '$what: one line',
  ({ says, settings, columns = [number], labels: own = labels }) => {
    const attempt = () => resample({ columns, labels: own }, { ...smote, ...settings }, draws);
    expect(attempt).toThrow(ResampleError);
    expect(attempt).toThrow(says);
  },
);

test('random draws need no numbers: missing cells and categories are copied', () => {
  const settings = { ...smote, method: 'random_over' } as const;
  const { positions } = resample({ columns: [holed, category], labels }, settings, draws);
  expect(positions).toHaveLength(160);
});
