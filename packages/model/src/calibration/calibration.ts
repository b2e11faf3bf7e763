/** Turns a booster's probability into one that can be taken at its word. */
export type Calibration =
  | { readonly method: 'platt'; readonly slope: number; readonly intercept: number }
  | { readonly method: 'isotonic'; readonly x: readonly number[]; readonly y: readonly number[] };

/** A probability of exactly 0 or 1 has no finite logit. */
const SMALLEST = 1e-15;

/**
 * The calibrated probabilities, as float32; the given ones are left alone.
 *
 * - `platt`: p′ = 1 / (1 + exp(−(slope · logit(p) + intercept))), with p kept within
 *   [1e−15, 1 − 1e−15].
 * - `isotonic`: straight lines between the points (x, y), flat beyond the ends, as scikit-learn's
 *   `IsotonicRegression(out_of_bounds='clip')` predicts.
 *
 * @param calibration whose `x` increase
 */
export function applyCalibration(
  calibration: Calibration,
  probabilities: Float32Array,
): Float32Array {
  return probabilities.map(
    calibration.method === 'platt' ? plattOf(calibration) : interpolation(calibration),
  );
}

function plattOf({ slope, intercept }: { slope: number; intercept: number }) {
  return (probability: number): number =>
    1 / (1 + Math.exp(-(slope * logit(probability) + intercept)));
}

/** The log-odds of a probability, as `platt` takes them: with p kept within [1e−15, 1 − 1e−15]. */
export function logit(probability: number): number {
  const p = Math.min(Math.max(probability, SMALLEST), 1 - SMALLEST);
  return Math.log(p / (1 - p));
}

/** The formula of NumPy's `interp`, so that Python's numbers are these. */
function interpolation({ x, y }: { x: readonly number[]; y: readonly number[] }) {
  const last = x.length - 1;
  return (value: number): number => {
    if (value >= (x[last] ?? 0)) return y[last] ?? Number.NaN;
    if (value < (x[0] ?? 0)) return y[0] ?? Number.NaN;
    const at = lastNotAbove(x, value);
    const [x0, x1, y0, y1] = [x[at] ?? 0, x[at + 1] ?? 0, y[at] ?? 0, y[at + 1] ?? 0];
    return ((y1 - y0) / (x1 - x0)) * (value - x0) + y0;
  };
}

/** Position of the last point that is not above `value`, which lies between the ends. */
function lastNotAbove(points: readonly number[], value: number): number {
  let [low, high] = [0, points.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((points[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
