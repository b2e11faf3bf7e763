import { checkCode } from './category-code.ts';

/** Row-major values with what tells a missing one. */
export interface DenseValues {
  values: Float32Array | Float64Array;
  rows: number;
  cols: number;
  missing: number;
}

/**
 * The largest code of one categorical column of row-major values; -1 when all are missing.
 *
 * @throws InvalidDataError for a code that is not an integer ≥ 0.
 */
export function largestCode(dense: DenseValues, column: number, name?: string): number {
  let largest = -1;
  for (let row = 0; row < dense.rows; row += 1) {
    const code = dense.values[row * dense.cols + column] ?? NaN;
    if (Number.isNaN(code) || code === dense.missing) continue;
    checkCode(code, { row, column, name });
    if (code > largest) largest = code;
  }
  return largest;
}
