/** Points of one class: numbers row by row, and codes, two different ones `deviation` apart. */
export interface Points {
  readonly count: number;
  /** `count × width` numbers. */
  readonly numbers: Float64Array;
  readonly width: number;
  /** `count × codeWidth` codes. */
  readonly codes: Int32Array;
  readonly codeWidth: number;
  readonly deviation: number;
}

/**
 * The `k` nearest other points of each, nearest first, equally near ones in the order of the rows; `count × k` of them.
 * Exact, by comparing every pair: a comparison ends as soon as the sum of squares passes the farthest of the `k`.
 */
export function nearestPoints(points: Points, k: number): Int32Array {
  const { count } = points;
  const found = new Int32Array(count * k);
  const distances = new Float64Array(k);
  for (let row = 0; row < count; row += 1) {
    distances.fill(Infinity);
    const nearest = found.subarray(row * k, (row + 1) * k);
    for (let other = 0; other < count; other += 1) {
      if (other === row) continue;
      const distance = squaredDistance(points, row, other, distances[k - 1] ?? Infinity);
      if (distance < (distances[k - 1] ?? Infinity)) insert(nearest, distances, other, distance);
    }
  }
  return found;
}

/** Infinity as soon as it is known to be `limit` or more. */
function squaredDistance(points: Points, a: number, b: number, limit: number): number {
  const { numbers, width, codes, codeWidth, deviation } = points;
  const apart = deviation * deviation;
  let sum = 0;
  for (let column = 0; column < width; column += 1) {
    const difference = (numbers[a * width + column] ?? 0) - (numbers[b * width + column] ?? 0);
    sum += difference * difference;
    if (sum >= limit) return Infinity;
  }
  for (let column = 0; column < codeWidth; column += 1) {
    if (codes[a * codeWidth + column] !== codes[b * codeWidth + column]) sum += apart;
  }
  return sum;
}

function insert(
  nearest: Int32Array,
  distances: Float64Array,
  other: number,
  distance: number,
): void {
  let place = nearest.length - 1;
  while (place > 0 && (distances[place - 1] ?? 0) > distance) {
    distances[place] = distances[place - 1] ?? 0;
    nearest[place] = nearest[place - 1] ?? 0;
    place -= 1;
  }
  distances[place] = distance;
  nearest[place] = other;
}
