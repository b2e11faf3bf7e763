/**
 * Lower median of values without NaN, in linear time; the array is reordered.
 * undefined without values.
 */
export function lowerMedian(values: Float64Array): number | undefined {
  const wanted = Math.floor((values.length - 1) / 2);
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const [left, right] = partition(values, low, high);
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break; // between the two parts all values are equal to the pivot
  }
  return values[wanted];
}

/** Hoare's partition about the middle value: everything up to `right` ≤ pivot ≤ from `left` on. */
function partition(values: Float64Array, low: number, high: number): [left: number, right: number] {
  const pivot = values[(low + high) >>> 1] ?? 0;
  let left = low;
  let right = high;
  while (left <= right) {
    while ((values[left] ?? 0) < pivot) left++;
    while ((values[right] ?? 0) > pivot) right--;
    if (left > right) break;
    const swapped = values[left] ?? 0;
    values[left++] = values[right] ?? 0;
    values[right--] = swapped;
  }
  return [left, right];
}
