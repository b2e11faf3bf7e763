/**
 * The median over the columns of their standard deviations (population, ddof 0): how far apart SMOTE-NC takes two
 * different categories to be.
 *
 * @param numbers `count × width`, row by row
 */
export function medianDeviation(numbers: Float64Array, count: number, width: number): number {
  const deviations = Float64Array.from({ length: width }, (_, column) => {
    let sum = 0;
    for (let row = 0; row < count; row += 1) sum += numbers[row * width + column] ?? 0;
    const mean = sum / count;
    let squares = 0;
    for (let row = 0; row < count; row += 1) {
      squares += ((numbers[row * width + column] ?? 0) - mean) ** 2;
    }
    return Math.sqrt(squares / count);
  }).sort();
  const [low, high] = [(width - 1) >> 1, width >> 1];
  return ((deviations[low] ?? 0) + (deviations[high] ?? 0)) / 2;
}
