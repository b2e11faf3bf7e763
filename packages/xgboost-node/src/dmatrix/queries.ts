import { InvalidDataError } from '../errors/invalid-data-error.ts';
import type { Vector } from './meta-info.ts';

/**
 * The query of each row as the library takes it, and how many there are.
 *
 * @throws InvalidDataError for a wrong length, what is no whole number from 0 to 2³² − 1, or a falling order.
 */
export function checkQueries(qid: Vector, rows: number): { ids: Uint32Array; count: number } {
  if (qid.length !== rows) {
    throw new InvalidDataError(`qid has ${qid.length} values for ${rows} rows; give one per row`, {
      field: 'qid',
    });
  }
  const ids = new Uint32Array(rows);
  let count = 0;
  let before = -1;
  for (let row = 0; row < rows; row += 1) {
    const id = Number(qid[row]);
    if (!Number.isInteger(id) || id < Math.max(before, 0) || id >= 2 ** 32) {
      throw new InvalidDataError(
        `qid of row ${row} is ${id}${row === 0 ? '' : ` after ${before}`}; give whole numbers from 0 to 2^32 - 1, sorted, so that rows of one query stand together`,
        { field: 'qid', row },
      );
    }
    if (id > before) count += 1;
    ids[row] = id;
    before = id;
  }
  return { ids, count };
}
