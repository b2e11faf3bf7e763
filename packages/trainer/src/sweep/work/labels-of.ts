/** The class codes of some rows, in their order. */
export function labelsOf(rows: Int32Array, labels: Uint8Array): Uint8Array {
  return Uint8Array.from(rows, (row) => labels[row] ?? 0);
}
