import { expect, test } from '@jest/globals';
import { caseRows } from '../../../src/report/insight/case-rows.ts';
import {
  classCases,
  decisionCases,
  typicalCases,
  usualLevel,
  usualNumber,
  valueCases,
} from '../../../src/report/insight/typical-cases.ts';
import { classed, classes, rows, scored, table } from './reference.ts';

const rowsOf = (count: number): Int32Array => Int32Array.from({ length: count }, (_, row) => row);

test('usual is the lower median, and missing where most are', () => {
  expect(usualNumber(Float64Array.of(4, 1, 3, 2), rowsOf(4))).toBe(2);
  expect(usualNumber(Float64Array.of(NaN, 1, NaN, NaN), rowsOf(4))).toBeNaN();
});

test('usual is the most frequent level; of equally frequent ones the first, missing last', () => {
  expect(usualLevel(Int32Array.of(2, 1, 1, 2), rowsOf(4))).toBe(1);
  expect(usualLevel(Int32Array.of(-1, -1, 0, 0), rowsOf(4))).toBe(0);
  expect(usualLevel(Int32Array.of(-1, -1, 0), rowsOf(3))).toBe(-1);
});

test('three cases of a tenth of the rows each, in the order of the scores', () => {
  const { cases, table: made } = typicalCases(table, rows, decisionCases(scored.scores));
  expect(cases).toEqual([
    { name: 'low', rows: 42 },
    { name: 'borderline', rows: 42 },
    { name: 'high', rows: 42 },
  ]);
  expect(made.rowCount).toBe(3);
  expect(made.columnNames).toEqual(table.columnNames);
});

test('fewer than 90 rows make no case: it would be somebody', () => {
  const wishes = decisionCases(scored.scores.slice(0, 89));
  const { cases, table: made } = typicalCases(table, rows.slice(0, 89), wishes);
  expect([cases, made.rowCount]).toEqual([[], 0]);
});

test('reasons come strongest first, with what is usual beside them', () => {
  const { cases, table: made } = typicalCases(table, rows, decisionCases(scored.scores));
  const contributions = Float32Array.of(1, -3, 2, 0, 0, 0, 0, 0, 0.5, 0, 0, 0);
  const explained = { cases, table: made, scores: Float32Array.of(0.1, 0.5, 0.9), contributions };
  const found = caseRows(explained, { table, rows }, 2);
  expect(found).toHaveLength(6);
  expect(found[0]).toMatchObject({
    case: 'low',
    made_from: 42,
    rank: 1,
    feature: 'visits',
    contribution: -3,
  });
  expect(found[1]).toMatchObject({ feature: 'place', rank: 2, usual: 'A' });
  expect(found[4]).toMatchObject({ case: 'high', feature: 'amount', contribution: 0.5 });
});

test('of values the middle case lies at the median, of classes each has the highest probability of its own', () => {
  const scores = Float64Array.from(rows, (row) => row);
  const { madeFrom } = typicalCases(table, rows, valueCases(scores));
  expect(madeFrom.map((some) => Math.min(...some))).toEqual([0, 189, 378]);
  expect(madeFrom.map((some) => Math.max(...some))).toEqual([41, 230, 419]);
  const { cases, madeFrom: ofClasses } = typicalCases(
    table,
    rows,
    classCases(classed.scores, classes, [2, 0]),
  );
  expect(cases.map(({ name, class: of }) => [name, of])).toEqual([
    ['likely', 'C'],
    ['likely', 'A'],
  ]);
  const probability = (row: number): number => classed.scores[row * 3 + 2]!;
  const least = Math.min(...[...ofClasses[0]!].map(probability));
  const above = [...rows].filter((row) => probability(row) > least).length;
  expect(above).toBeLessThanOrEqual(42);
});
