import { applyCalibration, type Calibration } from '../calibration/calibration.ts';
import { ofMargin, type Link } from './link.ts';
import { slopeBetween } from './slope-between.ts';
import { logSoftmax, softmax } from './softmax.ts';
import { softmaxPath } from './softmax-path.ts';
import { stackInputs } from './stack-inputs.ts';

/**
 * What one member adds to what the ensemble sums up, for one row: of a row of which it knows
 * nothing, of this row, and what a contribution to each of its margins is worth there, so that
 * `to − from = Σ slopes · (margins − bias)`.
 */
export interface MemberStep {
  readonly from: number;
  readonly to: number;
  /** One per margin. */
  readonly slopes: Float64Array;
}

/** A member's margins of a row that says nothing, and of this one. */
export interface MarginLine {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** The step of a member with one margin, which link, calibration and `weigh` lead to its part of the sum. */
export function scalarStep(
  { from: [from = 0], to: [to = 0] }: MarginLine,
  { link, calibration }: { readonly link: Link; readonly calibration: Calibration | undefined },
  weigh: (prediction: number) => number,
): MemberStep {
  const toSum = (margin: number): number => {
    const own = Float32Array.of(ofMargin(link, margin));
    const [prediction = 0] = calibration ? applyCalibration(calibration, own) : own;
    return weigh(prediction);
  };
  return {
    from: toSum(from),
    to: toSum(to),
    slopes: Float64Array.of(slopeBetween(toSum, from, to)),
  };
}

/** The step of a member of several classes whose probability of one class is averaged. */
export function classStep({ from, to }: MarginLine, of: number, weight: number): MemberStep {
  const { probability, product } = softmaxPath(from, to, of);
  return {
    from: weight * (softmax(from)[of] ?? 0),
    to: weight * (softmax(to)[of] ?? 0),
    slopes: product.map((both, at) => weight * ((at === of ? (probability[of] ?? 0) : 0) - both)),
  };
}

/** The step of a member of several classes in a stack: its log-probabilities, weighted by coefficients. */
export function stackedClassStep(
  { from, to }: MarginLine,
  coefficients: readonly number[],
): MemberStep {
  const input = (logarithm: number): number =>
    stackInputs('multiclass', [Float64Array.of(Math.exp(logarithm))], 1)[0]?.[0] ?? 0;
  const [low, high] = [logSoftmax(from), logSoftmax(to)];
  const sum = (logs: Float64Array): number =>
    logs.reduce((total, log, at) => total + (coefficients[at] ?? 0) * input(log), 0);
  // A log-probability is its margin less the log of the sum of all, whose gradient are the probabilities.
  const own = low.map(
    (log, at) => (coefficients[at] ?? 0) * slopeBetween(input, log, high[at] ?? 0),
  );
  const all = own.reduce((total, slope) => total + slope, 0);
  const { probability } = softmaxPath(from, to, 0);
  return {
    from: sum(low),
    to: sum(high),
    slopes: own.map((slope, at) => slope - all * (probability[at] ?? 0)),
  };
}
