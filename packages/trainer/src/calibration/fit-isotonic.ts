import type { Calibration } from '@xgflow/model';

type Isotonic = Extract<Calibration, { method: 'isotonic' }>;

/** Scores closer than this are the same point, as for scikit-learn: NumPy's `finfo(float64).resolution`. */
const resolution = 1e-15;

/**
 * The non-decreasing step function that is nearest to the labels in squares, as the points between which it is
 * interpolated: scikit-learn's `IsotonicRegression(out_of_bounds="clip")`, its `X_thresholds_` and `y_thresholds_`.
 *
 * Source: the pool-adjacent-violators algorithm; Zadrozny and Elkan, "Transforming Classifier Scores into Accurate
 * Multiclass Probability Estimates" (2002).
 *
 * @param labels 1 for the positive class, 0 for the other
 * @param scores probabilities, one per row; at least one row
 */
export function fitIsotonic(labels: ArrayLike<number>, scores: Float32Array): Isotonic {
  const points = pooled(distinctScores(labels, scores));
  // Of each level its two ends: between them nothing changes.
  const x = points.flatMap(({ first, last }) => (first === last ? [first] : [first, last]));
  const y = points.flatMap(({ first, last, mean }) => (first === last ? [mean] : [mean, mean]));
  return { method: 'isotonic', x, y };
}

interface Level {
  /** Lowest and highest score. */
  readonly first: number;
  readonly last: number;
  readonly sum: number;
  readonly rows: number;
  readonly mean: number;
}

/** One level a score, ascending. */
function distinctScores(labels: ArrayLike<number>, scores: Float32Array): Level[] {
  const order = Int32Array.from(scores, (_, row) => row).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0),
  );
  const levels: Level[] = [];
  for (const row of order) {
    const [score, label] = [scores[row] ?? 0, labels[row] ?? 0];
    const level = levels.at(-1);
    if (level && score - level.first < resolution) {
      const [sum, rows] = [level.sum + label, level.rows + 1];
      levels[levels.length - 1] = { ...level, sum, rows, mean: sum / rows };
    } else {
      levels.push({ first: score, last: score, sum: label, rows: 1, mean: label });
    }
  }
  return levels;
}

/** Joins neighbours until their means rise; equal means are one level. */
function pooled(levels: readonly Level[]): Level[] {
  const stack: Level[] = [];
  for (const level of levels) {
    let joined = level;
    for (let below = stack.at(-1); below && below.mean >= joined.mean; below = stack.at(-1)) {
      stack.pop();
      const [sum, rows] = [below.sum + joined.sum, below.rows + joined.rows];
      joined = { first: below.first, last: joined.last, sum, rows, mean: sum / rows };
    }
    stack.push(joined);
  }
  return stack;
}
