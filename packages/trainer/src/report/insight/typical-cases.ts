import { Table } from '@xgflow/data';
import type { Column } from '@xgflow/data';
import { quantile } from '../../metrics/percentile.ts';

/** A made-up row: what is usual among some rows, column by column. */
export interface TypicalCase {
  readonly name: CaseName;
  /** Of several classes, the one that its rows are likeliest to be of. */
  readonly class?: string;
  /** How many rows it was made from. */
  readonly rows: number;
}

/** Which scores the rows have that it stands for; `likely`: the highest ones of a class. */
export type CaseName = 'low' | 'borderline' | 'middle' | 'high' | 'likely';

/** Which rows a case is to be made from: those that are the least far. */
export interface CaseWish extends Pick<TypicalCase, 'name' | 'class'> {
  readonly far: (score: number) => number;
  /** The scores that are looked at, in the order of the rows. */
  readonly scores: ArrayLike<number>;
}

/** A case is made from so many rows at least, so that it is nobody's own. */
const fewestRows = 30;

/** Of probabilities: the lowest, those nearest the threshold, the highest. */
export function decisionCases(scores: ArrayLike<number>, threshold = 0.5): CaseWish[] {
  return [
    { name: 'low', scores, far: (score) => score },
    { name: 'borderline', scores, far: (score) => Math.abs(score - threshold) },
    { name: 'high', scores, far: (score) => -score },
  ];
}

/** Of predicted numbers: the lowest, those nearest the median, the highest. */
export function valueCases(scores: Float32Array | Float64Array): CaseWish[] {
  const middle = quantile(Float64Array.from(scores).sort(), 0.5);
  return [
    { name: 'low', scores, far: (score) => score },
    { name: 'middle', scores, far: (score) => Math.abs(score - middle) },
    { name: 'high', scores, far: (score) => -score },
  ];
}

/** Of the probabilities of some classes: the highest of each. @param scores class by class, row by row @param codes of those classes */
export function classCases(
  scores: Float32Array | Float64Array,
  classes: readonly string[],
  codes: readonly number[],
): CaseWish[] {
  return codes.map((code) => ({
    name: 'likely',
    class: classes[code] ?? '',
    scores: scores.filter((_, place) => place % classes.length === code),
    far: (score) => -score,
  }));
}

/** Made-up rows, one a case. */
export interface MadeCases {
  readonly cases: readonly TypicalCase[];
  readonly table: Table;
  /** Of each case: the rows of the table that it was made from. */
  readonly madeFrom: readonly Int32Array[];
}

/**
 * Made-up rows, each of the tenth of the rows that come nearest a wish. Every cell is the lower median or the most
 * frequent level of its column among them (missing where that is the most frequent), so the rows as a whole
 * are nobody's.
 *
 * @param rows rows of the table, from 0, in the order of the scores
 * @returns no cases for fewer than 90 rows
 */
export function typicalCases(
  table: Table,
  rows: Int32Array,
  wishes: readonly CaseWish[],
): MadeCases {
  if (rows.length < 3 * fewestRows) {
    return { cases: [], table: table.take(new Int32Array()), madeFrom: [] };
  }
  const size = Math.max(fewestRows, Math.ceil(rows.length / 10));
  const madeFrom = wishes.map(({ far, scores }) =>
    Int32Array.from(
      Array.from(rows, (row, position) => ({ row, distance: far(scores[position] ?? NaN) }))
        .toSorted((a, b) => a.distance - b.distance)
        .slice(0, size),
      ({ row }) => row,
    ),
  );
  return {
    cases: wishes.map(({ name, class: of }) => ({
      name,
      ...(of === undefined ? {} : { class: of }),
      rows: size,
    })),
    table: new Table(table.columns.map((column) => joined(column, madeFrom))),
    madeFrom,
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
