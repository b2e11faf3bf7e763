import type { FoldScore } from './cv-options.ts';

/** Numbers up to which NumPy adds in eight lanes before it halves. */
const BLOCK = 128;
const LANES = 8;

/** Mean and standard deviation, to the last bit those of NumPy's `mean` and `std`. */
export function foldScore(values: readonly number[]): FoldScore {
  const mean = pairwiseSum(values) / values.length;
  const squares = values.map((value) => (value - mean) * (value - mean));
  return { mean, std: Math.sqrt(pairwiseSum(squares) / values.length) };
}

/** The order in which NumPy adds: https://github.com/numpy/numpy/pull/3685. */
function pairwiseSum(values: readonly number[]): number {
  const { length } = values;
  if (length < LANES) return values.reduce((sum, value) => sum + value, 0);
  if (length > BLOCK) {
    const middle = Math.floor(length / 2);
    const half = middle - (middle % LANES);
    return pairwiseSum(values.slice(0, half)) + pairwiseSum(values.slice(half));
  }
  const even = length - (length % LANES);
  const lanes = values.slice(0, LANES);
  for (let at = LANES; at < even; at++) {
    lanes[at % LANES] = (lanes[at % LANES] ?? 0) + (values[at] ?? 0);
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = lanes;
  const sum = a + b + (c + d) + (e + f + (g + h));
  return values.slice(even).reduce((all, value) => all + value, sum);
}
