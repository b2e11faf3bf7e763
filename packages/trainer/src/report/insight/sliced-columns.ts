import type { Column } from '@xgflow/data';
import { rowGroups } from './row-groups.ts';

/** Below so many rows a slice says nothing, and would say too much about single rows. */
export const fewestRows = 30;

/** The test rows and the columns to divide them by. */
export interface SlicedColumns {
  readonly columns: readonly Column[];
  /** Names of the sensitive ones. */
  readonly sensitive: readonly string[];
  /** The rows of the columns that were scored, in the order of the scores. */
  readonly rows: Int32Array;
}

/** Which rows a slice holds. */
export type SliceName = Readonly<{
  column: string;
  /** `A`, `≤ 35`, `missing`. */
  slice: string;
  /** The column is listed under `sensitive` in the sweep file. */
  sensitive: boolean;
  rows: number;
}>;

/**
 * Every slice of every column, in the columns' order. A column that puts all rows into one group has none, unless it
 * is a sensitive one.
 *
 * @param figures what is known of some rows, given by their places among the scores; `told` is false for fewer than 30
 */
export function slicesOf<Figures extends object>(
  { columns, sensitive, rows }: SlicedColumns,
  figures: (members: readonly number[], told: boolean) => Figures,
): (SliceName & Figures)[] {
  return columns.flatMap((column) => {
    const groups = rowGroups(column, rows, { fewest: fewestRows });
    const isSensitive = sensitive.includes(column.name);
    // The only group is all rows: nothing is told by it, but that a sensitive column was looked at.
    if (groups.length === 1 && !isSensitive) return [];
    return groups.map(({ label, members }) => ({
      column: column.name,
      slice: label,
      sensitive: isSensitive,
      rows: members.length,
      ...figures(members, members.length >= fewestRows),
    }));
  });
}
