/** The class codes or values of some rows, in their order. */
export function labelsOf(rows: Int32Array, labels: Float64Array): Float64Array {
  return Float64Array.from(rows, (row) => labels[row] ?? NaN);
}
