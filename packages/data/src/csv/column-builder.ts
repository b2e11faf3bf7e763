import type { Column } from '../table/column.ts';

/** Takes one column's cells in row order and converts each at once, so that no text is kept. */
export interface ColumnBuilder {
  /** @throws {DataError} for a cell that the column cannot hold */
  add(cell: string): void;
  /** The column; called once, after the last row. */
  finish(): Column;
}
