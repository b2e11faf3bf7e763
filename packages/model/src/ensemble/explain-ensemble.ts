import type { Calibration } from '../calibration/calibration.ts';
import { UnsupportedModelError } from '../errors/unsupported-model-error.ts';
import type {
  Contributions,
  ExplanationScale,
  OutputContributions,
} from '../explain/contributions.ts';
import type { ModelTask } from '../mlmodel/model-target.ts';
import type { BoosterScorer } from '../predictor/booster-scorer.ts';
import type { ScoreInput } from '../predictor/scorer.ts';
import type { Combiner } from './combiner.ts';
import { linkOf } from './link.ts';
import {
  classStep,
  scalarStep,
  stackedClassStep,
  type MarginLine,
  type MemberStep,
} from './member-step.ts';
import { stackInputs } from './stack-inputs.ts';

/** A member with what is needed to explain it. */
export interface ExplainedMember {
  readonly scorer: BoosterScorer;
  readonly objective: string;
  readonly calibration: Calibration | undefined;
}

/** What an ensemble is, besides its members. */
export interface Whole {
  readonly combiner: Combiner;
  readonly task: ModelTask;
}

/** A step of member `at`, of a row in which the class `of` is explained. */
type StepOf = (line: MarginLine, at: number, of: number) => MemberStep;

/** The scale on which an ensemble's members are summed up. */
export function scaleOf({ combiner, task }: Whole): ExplanationScale {
  return combiner.method === 'stacked' && task !== 'regression' ? 'margin' : 'prediction';
}

/**
 * Contributions of an ensemble, on its scale. They are the weighted sums
 * of the members' TreeSHAP values, exact where a member's part follows linearly from its margin (its
 * value; the logit of a stack). Where it does not (probabilities, log links, calibrations) each
 * value is taken times the mean slope on the straight line between bias and row, which is the
 * rescale rule of G-DeepSHAP and, of several margins, Aumann and Shapley's: the sum stays exact.
 *
 * @see https://doi.org/10.1038/s41467-022-31384-3
 * @throws {UnsupportedModelError} an objective whose link is not known, or several values a row
 */
export function explainEnsemble(
  members: readonly ExplainedMember[],
  { combiner, task }: Whole,
  { input, classes }: { readonly input: ScoreInput; readonly classes: Int32Array },
): Contributions {
  const { rows, cols } = input.encoded;
  const parts = members.map(({ scorer }) => scorer.explainOutputs(input));
  const stepOf = stepsOf(members, { combiner, task }, parts[0]?.outputs ?? 1);
  const [values, bias] = [new Float64Array(rows * cols), new Float64Array(rows)];
  const margin = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const of = classes[row] ?? 0;
    const logExposure = Math.fround(input.baseMargin?.[row] ?? 0);
    // An exposure multiplies the prediction; no stack has one.
    const exposure = Math.exp(logExposure);
    bias[row] = margin[row] = interceptOf({ combiner, task }, of);
    const own = values.subarray(row * cols, (row + 1) * cols);
    parts.forEach((part, at) => {
      const step = stepOf(lineOf(part, row, logExposure), at, of);
      bias[row] = (bias[row] ?? 0) + exposure * step.from;
      margin[row] = (margin[row] ?? 0) + exposure * step.to;
      addTimes(own, part, row, { slopes: step.slopes, exposure });
    });
  }
  return { values, bias, margin };
}

function stepsOf(
  members: readonly ExplainedMember[],
  { combiner, task }: Whole,
  outputs: number,
): StepOf {
  if (task === 'multiclass') return classSteps(combiner, outputs);
  const links = members.map(({ objective }) => linkOf(objective));
  if (outputs > 1 || links.includes(undefined)) {
    throw new UnsupportedModelError(
      `an ensemble of ${members[0]?.objective ?? ''}${outputs > 1 ? ` with ${outputs} values a row` : ''} is not explained · its reasons · explain the members one by one`,
    );
  }
  const weigh = (prediction: number, at: number): number => {
    if (combiner.method !== 'stacked') return (combiner.weights[at] ?? 0) * prediction;
    const [[part = 0] = []] = stackInputs(task, [Float32Array.of(prediction)], 1);
    return (combiner.coefficients[0]?.[at] ?? 0) * part;
  };
  return (line, at) =>
    scalarStep(
      line,
      { link: links[at] ?? 'identity', calibration: members[at]?.calibration },
      (prediction) => weigh(prediction, at),
    );
}

function classSteps(combiner: Combiner, outputs: number): StepOf {
  if (combiner.method !== 'stacked') {
    return (line, at, of) => classStep(line, of, combiner.weights[at] ?? 0);
  }
  return (line, at, of) => {
    const own = combiner.coefficients[of]?.slice(at * outputs, (at + 1) * outputs);
    return stackedClassStep(line, own ?? []);
  };
}

function interceptOf({ combiner, task }: Whole, of: number): number {
  if (combiner.method !== 'stacked') return 0;
  return combiner.intercepts[task === 'multiclass' ? of : 0] ?? 0;
}

/** A member's margins of a row, without its exposure. */
function lineOf(
  { outputs, bias, margin }: OutputContributions,
  row: number,
  logExposure: number,
): MarginLine {
  const [first, end] = [row * outputs, (row + 1) * outputs];
  return {
    from: bias.subarray(first, end),
    to: margin.subarray(first, end).map((value) => value - logExposure),
  };
}

/** Adds a member's contributions to a row's, each times what it is worth. */
function addTimes(
  own: Float64Array,
  { outputs, values }: OutputContributions,
  row: number,
  { slopes, exposure }: { readonly slopes: Float64Array; readonly exposure: number },
): void {
  const cols = own.length;
  slopes.forEach((slope, output) => {
    const first = (row * outputs + output) * cols;
    for (let col = 0; col < cols; col++) {
      own[col] = (own[col] ?? 0) + exposure * slope * (values[first + col] ?? 0);
    }
  });
}
