/**
 * Solves `matrix · x = right` for a symmetric positive definite matrix of a few dozen rows, by
 * Cholesky's decomposition. Only the lower triangle is read.
 *
 * @throws {RangeError} when the matrix is not positive definite
 */
export function choleskySolve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] {
  const lower = decompose(matrix);
  const at = (row: number, col: number): number => lower[row]?.[col] ?? 0;
  const x = [...right];
  for (let row = 0; row < x.length; row++) {
    let value = x[row] ?? 0;
    for (let col = 0; col < row; col++) value -= at(row, col) * (x[col] ?? 0);
    x[row] = value / at(row, row);
  }
  for (let row = x.length - 1; row >= 0; row--) {
    let value = x[row] ?? 0;
    for (let col = row + 1; col < x.length; col++) value -= at(col, row) * (x[col] ?? 0);
    x[row] = value / at(row, row);
  }
  return x;
}

function decompose(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  for (const [row, given] of matrix.entries()) {
    const own: number[] = [];
    lower.push(own);
    for (let col = 0; col <= row; col++) {
      const other = lower[col] ?? [];
      let value = given[col] ?? 0;
      for (let k = 0; k < col; k++) value -= (own[k] ?? 0) * (other[k] ?? 0);
      if (col < row) own.push(value / (other[col] ?? 0));
      else if (value > 0) own.push(Math.sqrt(value));
      else throw new RangeError('the matrix is not positive definite');
    }
  }
  return lower;
}
