import type { Workload } from './workload.ts';

type Column = Workload['columns'][number];
type CodeColumn = Extract<Column, { codes: unknown }>;
type NumberColumn = Exclude<Column, { codes: unknown }>;

/** A column of features with cells that can be reckoned with: codes, or numbers in double precision. */
export type TakenColumn =
  | (Omit<CodeColumn, 'codes'> & { readonly codes: Int32Array })
  | (Omit<NumberColumn, 'values'> & { readonly values: Float64Array });

/** Some rows of the columns, in their order. */
export function takenColumns(columns: Workload['columns'], rows: Int32Array): TakenColumn[] {
  return columns.map((column) =>
    'codes' in column
      ? { ...column, codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1) }
      : { ...column, values: Float64Array.from(rows, (row) => Number(column.values[row] ?? NaN)) },
  );
}
