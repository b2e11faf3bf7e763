/**
 * Puts part of a list in such an order that what stands before `place` has no larger key, and what stands after it no
 * smaller one: Hoare's selection, in linear time on average.
 */
export function byPlace(
  rows: Int32Array,
  { from, to, place }: { readonly from: number; readonly to: number; readonly place: number },
  keyOf: (row: number) => number,
): void {
  let [left, right] = [from, to - 1];
  while (left < right) {
    const pivot = keyOf(rows[(left + right) >> 1] ?? 0);
    let [low, high] = [left, right];
    while (low <= high) {
      while (keyOf(rows[low] ?? 0) < pivot) low += 1;
      while (keyOf(rows[high] ?? 0) > pivot) high -= 1;
      if (low > high) break;
      const moved = rows[low] ?? 0;
      rows[low] = rows[high] ?? 0;
      rows[high] = moved;
      low += 1;
      high -= 1;
    }
    if (place <= high) right = high;
    else if (place >= low) left = low;
    else return;
  }
}
