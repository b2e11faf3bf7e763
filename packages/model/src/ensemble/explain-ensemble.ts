import { applyCalibration, type Calibration } from '../calibration/calibration.ts';
import { UnsupportedModelError } from '../errors/unsupported-model-error.ts';
import type { Contributions } from '../explain/contributions.ts';
import type { ModelTask } from '../mlmodel/model-target.ts';
import type { Scorer, ScoreInput } from '../predictor/scorer.ts';
import type { Combiner } from './combiner.ts';
import { linkOf, ofMargin, toMargin, type Link } from './link.ts';
import { slopeBetween } from './slope-between.ts';
import { stackInputs } from './stack-inputs.ts';

/** A member with what is needed to explain it. */
export interface ExplainedMember {
  readonly scorer: Scorer;
  readonly objective: string;
  readonly calibration: Calibration | undefined;
}

/**
 * Contributions of an ensemble in units of its own margin. Each member's exact contributions are
 * carried through what follows them (link, calibration, combination, the ensemble's link) by the
 * rescale rule of DeepLIFT, as G-DeepSHAP does for series of models: each step's change between the
 * bias and the row is shared in proportion. Their sum is exact, and so are they where the steps are
 * linear: a stack of members without calibration.
 *
 * @see https://doi.org/10.1038/s41467-022-31384-3
 * @throws {UnsupportedModelError} several outputs per row, or an objective whose link is not known
 */
export function explainEnsemble(
  members: readonly ExplainedMember[],
  combiner: Combiner,
  task: ModelTask,
  { input, classes }: { readonly input: ScoreInput; readonly classes: Int32Array },
): Contributions {
  const links = members.map(({ objective }) => linkOf(objective));
  if (task === 'multiclass' || links.includes(undefined)) {
    throw new UnsupportedModelError(
      `an ensemble of ${members[0]?.objective ?? ''} is not explained · its reasons · explain the members one by one`,
    );
  }
  const { rows, cols } = input.encoded;
  const link = ensembleLink(links.filter((own) => own !== undefined));
  const weights = combiner.method === 'stacked' ? combiner.coefficients[0] : combiner.weights;
  const stacked = combiner.method === 'stacked';
  const start = stacked ? (combiner.intercepts[0] ?? 0) : 0;
  const found = members.map(({ scorer }) => scorer.explain(input, classes));
  const [values, bias] = [new Float64Array(rows * cols), new Float64Array(rows)];
  const margin = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const logExposure = Math.fround(input.baseMargin?.[row] ?? 0);
    // What is summed over the members: parts of the margin when stacked, else of the prediction.
    const steps = members.map((member, at) => {
      const weight = weights?.[at] ?? 0;
      const toSum = (own: number): number => {
        const part = memberOutput(member, links[at] ?? 'identity', own);
        return weight * (stacked ? (stackInputs(task, [part], 1)[0]?.[0] ?? 0) : (part[0] ?? 0));
      };
      const from = found[at]?.bias[row] ?? 0;
      const to = (found[at]?.margin[row] ?? 0) - logExposure;
      return { from: toSum(from), to: toSum(to), slope: slopeBetween(toSum, from, to) };
    });
    const sum = (which: 'from' | 'to'): number =>
      steps.reduce((total, step) => total + step[which], start);
    const own = (total: number): number => (stacked ? total : toMargin(link, total));
    bias[row] = own(sum('from'));
    margin[row] = own(sum('to')) + logExposure;
    const outer = slopeBetween(own, sum('from'), sum('to'));
    for (let col = 0; col < cols; col++) {
      values[row * cols + col] = steps.reduce(
        (total, { slope }, at) =>
          total + outer * slope * (found[at]?.values[row * cols + col] ?? 0),
        0,
      );
    }
  }
  return { values, bias, margin };
}

/** The ensemble's own link: that of its members where they agree, else none. */
function ensembleLink(links: readonly Link[]): Link {
  const [first = 'identity'] = links;
  return links.every((link) => link === first) ? first : 'identity';
}

/** What a member says of a margin, as the one row of an array. */
function memberOutput({ calibration }: ExplainedMember, link: Link, margin: number): Float32Array {
  const value = Float32Array.of(ofMargin(link, margin));
  return calibration ? applyCalibration(calibration, value) : value;
}
