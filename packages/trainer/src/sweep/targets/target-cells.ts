import type { Table } from '@xgflow/data';
import { TargetError } from '../target-error.ts';

export type ClassLabel = string | number;

/** The cells of a target, none of them missing. */
export interface TargetCells {
  /** Numbers, or the codes of levels. */
  readonly values: Float64Array;
  readonly categorical: boolean;
  /** What a value stands for in the file. */
  readonly levelOf: (value: number) => ClassLabel;
}

/** @throws TargetError on a missing cell, with its row */
export function targetCells(table: Table, name: string): TargetCells {
  const column = table.column(name);
  const categorical = column.kind === 'categorical';
  const values = Float64Array.from(categorical ? column.codes : column.values);
  const missing = values.findIndex((value) => (categorical ? value < 0 : Number.isNaN(value)));
  if (missing >= 0) {
    throw new TargetError(
      `the target is missing · column ${name}, data row ${missing + 1} · fill it in or take the row out of the file`,
    );
  }
  const levelOf = (value: number): ClassLabel =>
    categorical ? (column.levels[value] ?? '') : value;
  return { values, categorical, levelOf };
}
