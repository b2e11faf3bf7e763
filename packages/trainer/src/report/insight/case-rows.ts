import type { Column, Table } from '@xgflow/data';
import { usualLevel, usualNumber } from './typical-cases.ts';
import type { TypicalCase } from './typical-cases.ts';

/** Why a made-up row is scored as it is: one feature of it. */
export type CaseRow = Readonly<{
  case: TypicalCase['name'];
  /** Rows that the case was made from. */
  made_from: number;
  /** What the model says of it. */
  score: number;
  /** 1 for the feature that moves the score most. */
  rank: number;
  feature: string;
  /** Of this case; empty when missing. */
  value: string;
  /** The lower median, or the most frequent level, of all training rows. */
  usual: string;
  /** To the margin (log-odds): above 0 it speaks for the positive class. */
  contribution: number;
}>;

export interface ExplainedCases {
  readonly cases: readonly TypicalCase[];
  /** A row a case. */
  readonly table: Table;
  readonly scores: Float32Array;
  /** A row a case: a number a column of the table, and then the bias. */
  readonly contributions: Float32Array;
}

/** The strongest reasons of each case. @param most how many a case. Default 6. */
export function caseRows(
  { cases, table, scores, contributions }: ExplainedCases,
  training: { readonly table: Table; readonly rows: Int32Array },
  most = 6,
): CaseRow[] {
  const width = table.columns.length + 1;
  return cases.flatMap(({ name, rows }, place) =>
    table.columns
      .map((column, at) => ({ column, contribution: contributions[place * width + at] ?? 0 }))
      .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
      .slice(0, most)
      .map(({ column, contribution }, rank) => ({
        case: name,
        made_from: rows,
        score: scores[place] ?? NaN,
        rank: rank + 1,
        feature: column.name,
        value: cellText(column, place),
        usual: usualText(training.table.column(column.name), training.rows),
        contribution,
      })),
  );
}

function usualText(column: Column, rows: Int32Array): string {
  return column.kind === 'numeric'
    ? numberText(usualNumber(column.values, rows))
    : levelText(column.levels, usualLevel(column.codes, rows));
}

function cellText(column: Column, row: number): string {
  return column.kind === 'numeric'
    ? numberText(column.values[row] ?? NaN)
    : levelText(column.levels, column.codes[row] ?? -1);
}

function numberText(value: number): string {
  return Number.isNaN(value) ? '' : String(Number(value.toPrecision(4)));
}

function levelText(levels: readonly (string | number)[], code: number): string {
  return code < 0 ? '' : String(levels[code] ?? '');
}
