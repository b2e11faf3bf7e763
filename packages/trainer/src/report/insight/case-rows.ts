import type { Column, Table } from '@xgflow/data';
import { usualLevel, usualNumber } from './typical-cases.ts';
import type { CaseName, TypicalCase } from './typical-cases.ts';

/** Why a made-up row is scored as it is: one feature of it. */
export type CaseRow = Readonly<{
  case: CaseName;
  /** Of several classes, the one that is explained, against the others. */
  class?: string;
  /** Rows that the case was made from. */
  made_from: number;
  /** What the model says of it: a probability (of several classes that of `class`), or a value. */
  score: number;
  /** The lower median of the exposures that it was made from, where there are such; the score is at that exposure. */
  exposure?: number;
  /** 1 for the feature that moves the score most. */
  rank: number;
  feature: string;
  /** Of this case; empty when missing. */
  value: string;
  /** The lower median, or the most frequent level, of all training rows. */
  usual: string;
  /** To the margin: above 0 it speaks for the positive or named class, or for a larger value. */
  contribution: number;
}>;

export interface ExplainedCases {
  readonly cases: readonly TypicalCase[];
  /** A row a case. */
  readonly table: Table;
  readonly scores: Float32Array;
  /** Of each case, where there is an exposure. */
  readonly exposure?: Float64Array | undefined;
  /** A row a case: a number a column of the table, and then the bias. */
  readonly contributions: Float32Array;
}

/** The strongest reasons of each case. @param most how many a case. Default 6. */
export function caseRows(
  { cases, table, scores, exposure, contributions }: ExplainedCases,
  training: { readonly table: Table; readonly rows: Int32Array },
  most = 6,
): CaseRow[] {
  const width = table.columns.length + 1;
  return cases.flatMap(({ name, class: of, rows }, place) =>
    table.columns
      .map((column, at) => ({ column, contribution: contributions[place * width + at] ?? 0 }))
      .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
      .slice(0, most)
      .map(({ column, contribution }, rank) => ({
        case: name,
        ...(of === undefined ? {} : { class: of }),
        made_from: rows,
        score: scores[place] ?? NaN,
        ...(exposure ? { exposure: exposure[place] ?? NaN } : {}),
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
