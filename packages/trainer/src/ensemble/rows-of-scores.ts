/** The scores of some rows, in their order. @param scores `all rows × outputs`, row by row */
export function rowsOfScores(
  scores: Float32Array,
  rows: Int32Array,
  outputs: number,
): Float32Array {
  const found = new Float32Array(rows.length * outputs);
  rows.forEach((row, at) => {
    found.set(scores.subarray(row * outputs, (row + 1) * outputs), at * outputs);
  });
  return found;
}
