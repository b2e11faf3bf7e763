import type { Calibration } from '@xgflow/model';
import { logit } from '@xgflow/model';

type Platt = Extract<Calibration, { method: 'platt' }>;

const mostSteps = 100;

/** Keeps the Hessian invertible where all scores are equal. */
const ridge = 1e-12;

/**
 * Fits p' = 1 / (1 + exp(−(slope · logit(p) + intercept))) by maximum likelihood, without a penalty and with Platt's
 * targets, (n₊ + 1) / (n₊ + 2) and 1 / (n₋ + 2) instead of 1 and 0: scikit-learn's `_SigmoidCalibration` on the
 * logit of the score, with both signs turned. (`CalibratedClassifierCV` puts the probability itself into it where a
 * classifier has no `decision_function`; on the logit a perfect model keeps its scores: slope 1, intercept 0.)
 *
 * Source: Platt, "Probabilistic Outputs for Support Vector Machines" (1999), solved by Newton's method with
 * backtracking as Lin, Lin and Weng (2007) propose.
 *
 * @param labels 1 for the positive class, 0 for the other
 * @param scores probabilities, one per row
 */
export function fitPlatt(labels: ArrayLike<number>, scores: Float32Array): Platt {
  const { length } = scores;
  let positives = 0;
  for (let row = 0; row < length; row += 1) positives += labels[row] ?? 0;
  const negatives = length - positives;
  const inputs = Float64Array.from(scores, (score) => logit(score));
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (negatives + 2)];
  const targets = Float64Array.from(inputs, (_, row) => (labels[row] === 1 ? high : low));
  let at = { slope: 0, intercept: Math.log((positives + 1) / (negatives + 1)) };
  let loss = lossAt(at, inputs, targets);
  for (let step = 0; step < mostSteps; step += 1) {
    const direction = newtonStep(at, inputs, targets);
    if (Math.abs(direction.slope) < 1e-12 && Math.abs(direction.intercept) < 1e-12) break;
    const next = shorten(at, direction, loss, (point) => lossAt(point, inputs, targets));
    if (!next) break;
    ({ at, loss } = next);
  }
  return { method: 'platt', ...at };
}

interface Line {
  readonly slope: number;
  readonly intercept: number;
}

function newtonStep({ slope, intercept }: Line, inputs: Float64Array, targets: Float64Array): Line {
  let [g1, g2, h11, h12, h22] = [0, 0, ridge, 0, ridge];
  for (const [row, x] of inputs.entries()) {
    const p = 1 / (1 + Math.exp(-(slope * x + intercept)));
    const error = p - (targets[row] ?? 0);
    const weight = p * (1 - p);
    g1 += error * x;
    g2 += error;
    h11 += weight * x * x;
    h12 += weight * x;
    h22 += weight;
  }
  const determinant = h11 * h22 - h12 * h12;
  return {
    slope: -(h22 * g1 - h12 * g2) / determinant,
    intercept: -(h11 * g2 - h12 * g1) / determinant,
  };
}

/** The full step, or the longest half of a half of it that lowers the loss; undefined where none does. */
function shorten(
  from: Line,
  direction: Line,
  loss: number,
  lossOf: (line: Line) => number,
): { at: Line; loss: number } | undefined {
  for (let length = 1; length > 1e-10; length /= 2) {
    const at = {
      slope: from.slope + length * direction.slope,
      intercept: from.intercept + length * direction.intercept,
    };
    const reached = lossOf(at);
    if (reached < loss) return { at, loss: reached };
  }
  return undefined;
}

/** Cross-entropy, in the form that does not overflow. */
function lossAt({ slope, intercept }: Line, inputs: Float64Array, targets: Float64Array): number {
  let loss = 0;
  for (const [row, x] of inputs.entries()) {
    const margin = slope * x + intercept;
    loss +=
      Math.max(margin, 0) - margin * (targets[row] ?? 0) + Math.log1p(Math.exp(-Math.abs(margin)));
  }
  return loss;
}
