import type { Column } from '../table/column.ts';
import type { RowBatch } from './row-batch.ts';

/** Takes one column's cells in row order and converts each at once, so that no text is kept. */
export interface ColumnBuilder {
  /**
   * Takes the cells at one place of the first rows of a batch, and moves the batch's offset along. Each
   * class has a loop of its own: one that all share would be compiled for all of them at once, and slower.
   *
   * @throws {DataError} for a cell that the column cannot hold; the offset is at its row
   */
  addRows(batch: RowBatch, cell: number, count: number): void;
  /** One cell, at the place that the builder was given. @throws {DataError} for a cell that the column cannot hold */
  add(cell: string): void;
  /** A cell without a value, whatever texts mean missing. */
  addMissing(): void;
  /** A finite number, as a column of numbers takes it; `integer` where its source says so. */
  addNumber?(value: number, integer: boolean): void;
  /** The column; called once, after the last row. */
  finish(): Column;
}
