import type { PlannedColumn } from './plan-columns.ts';
import type { RowBatch } from './row-batch.ts';

/**
 * Gives the cells of the batch to the columns and empties it. Of several bad cells the first one is
 * reported, in the order of rows and then of columns, as if rows were read one by one.
 *
 * @throws {DataError} a builder's
 */
export function readBatch(batch: RowBatch, planned: readonly PlannedColumn[]): void {
  const errors: unknown[] = [];
  let count = batch.rows.length;
  for (const { cell, builder } of planned) {
    try {
      builder.addRows(batch, cell, count);
    } catch (error) {
      errors.push(error);
      // What the other columns have in later rows, or in this one, comes after it.
      count = batch.offset;
    }
  }
  batch.clear();
  if (errors.length > 0) throw errors.at(-1);
}
