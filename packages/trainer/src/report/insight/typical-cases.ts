import { Table } from '@xgflow/data';
import type { Column } from '@xgflow/data';

/** A made-up row: what is usual among some rows, column by column. */
export interface TypicalCase {
  /** `low`, `borderline`, `high`: which scores the rows have that it stands for. */
  readonly name: 'low' | 'borderline' | 'high';
  /** How many rows it was made from. */
  readonly rows: number;
}

/** A case is made from so many rows at least, so that it is nobody's own. */
const fewestRows = 30;

/**
 * Three made-up rows: of the rows with the lowest scores, of those nearest the threshold, of those with
 * the highest, a tenth of the rows each. Every cell is the lower median or the most frequent level of its
 * column among them (missing where that is the most frequent), so the rows as a whole are nobody's.
 *
 * @param rows rows of the table, from 0, in the order of the scores
 * @returns no cases for fewer than 90 rows
 */
export function typicalCases(
  table: Table,
  rows: Int32Array,
  scores: Float32Array | Float64Array,
  threshold = 0.5,
): { readonly cases: readonly TypicalCase[]; readonly table: Table } {
  if (rows.length < 3 * fewestRows) return { cases: [], table: table.take(new Int32Array()) };
  const size = Math.max(fewestRows, Math.ceil(rows.length / 10));
  const nearest = (distance: (score: number) => number): Int32Array =>
    Int32Array.from(
      Array.from(rows, (row, position) => ({ row, far: distance(scores[position] ?? NaN) }))
        .toSorted((a, b) => a.far - b.far)
        .slice(0, size),
      ({ row }) => row,
    );
  const groups = {
    low: nearest((score) => score),
    borderline: nearest((score) => Math.abs(score - threshold)),
    high: nearest((score) => -score),
  };
  const columns = table.columns.map((column) => joined(column, Object.values(groups)));
  const names = Object.keys(groups) as TypicalCase['name'][];
  return {
    cases: names.map((name) => ({ name, rows: size })),
    table: new Table(columns),
  };
}

/** A column with one usual value for each group. */
function joined(column: Column, groups: readonly Int32Array[]): Column {
  if (column.kind === 'numeric') {
    const values = Float64Array.from(groups, (rows) => usualNumber(column.values, rows));
    return { ...column, values, missing: values.filter(Number.isNaN).length };
  }
  const { name, levels } = column;
  const codes = Int32Array.from(groups, (rows) => usualLevel(column.codes, rows));
  return {
    kind: 'categorical',
    name,
    levels,
    codes,
    missing: codes.filter((code) => code < 0).length,
  };
}

/** Of an even number the lower of the two in the middle, so that whole numbers stay whole. */
export function usualNumber(values: Float64Array, rows: Int32Array): number {
  const present = Float64Array.from(rows, (row) => values[row] ?? NaN)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return present.length * 2 < rows.length ? NaN : (present[(present.length - 1) >> 1] ?? NaN);
}

/** The most frequent code; of equally frequent ones the first, missing (−1) last. */
export function usualLevel(codes: Int32Array, rows: Int32Array): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const code = codes[row] ?? -1;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const order = (code: number): number => (code < 0 ? Infinity : code);
  const ranked = [...counts].toSorted(
    ([a, often], [b, seldom]) => seldom - often || order(a) - order(b),
  );
  return ranked[0]?.[0] ?? -1;
}
