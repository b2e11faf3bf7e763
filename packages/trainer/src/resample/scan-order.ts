import type { Points } from './points.ts';

/** The numbers of points as a scan reads them: neighbours side by side, the columns that tell most apart first. */
export interface ScanOrder {
  /** `count × width`, point after point in the order of the tree. */
  readonly cells: Float64Array;
  /** Numbers a point, filled up with zeros to a multiple of 4. */
  readonly width: number;
  /** Where each row lies: the inverse of the order. */
  readonly places: Int32Array;
}

/** @param order the row of each place */
export function scanOrder({ count, numbers, width }: Points, order: Int32Array): ScanOrder {
  const columns = byVariance(numbers, count, width);
  const padded = Math.max(4, Math.ceil(width / 4) * 4);
  const cells = new Float64Array(count * padded);
  const places = new Int32Array(count);
  for (let place = 0; place < count; place += 1) {
    const row = order[place] ?? 0;
    places[row] = place;
    for (let at = 0; at < width; at += 1) {
      cells[place * padded + at] = numbers[row * width + (columns[at] ?? 0)] ?? 0;
    }
  }
  return { cells, width: padded, places };
}

/** Columns in descending order of their variance. */
function byVariance(numbers: Float64Array, count: number, width: number): number[] {
  const variances = Float64Array.from({ length: width }, (_, column) => {
    let [sum, squares] = [0, 0];
    const first = numbers[column] ?? 0;
    for (let row = 0; row < count; row += 1) {
      const value = (numbers[row * width + column] ?? 0) - first;
      sum += value;
      squares += value * value;
    }
    return squares / count - (sum / count) ** 2;
  });
  return Array.from(variances.keys()).sort((a, b) => (variances[b] ?? 0) - (variances[a] ?? 0));
}
