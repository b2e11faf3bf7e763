/**
 * The cell of a value among ascending edges: i where edge i−1 < value ≤ edge i, from 0 to
 * `edges.length`.
 */
export function cellOf(edges: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The place of a value among listed ones: 2i + 1 for `values[i]`, an even number for the gap between
 * two of them, so that the order of places is the order of the values.
 */
export function placeOf(values: ArrayLike<number>, value: number): number {
  const at = cellOf(values, value);
  return values[at] === value ? 2 * at + 1 : 2 * at;
}
