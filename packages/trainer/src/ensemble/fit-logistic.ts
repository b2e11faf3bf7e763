import { choleskySolve } from './cholesky-solve.ts';
import type { LinearModel } from './fit-ridge.ts';
import { designOf, logisticState } from './logistic-loss.ts';
import type { LogisticData } from './logistic-loss.ts';

const MAX_STEPS = 100;
const ENOUGH = 1e-20;

/** Nearer to the end the loss no longer falls by more than its rounding: whole steps are right there. */
const NEAR = 1e-8;

/**
 * Logistic regression by Newton's method: scikit-learn's `LogisticRegression(C=1)`, run to the end.
 *
 * @param inputs one column per input
 * @param labels one class code per row
 * @param classes 2: one model, of class 1. More: one model per class, a softmax of which predicts.
 */
export function fitLogistic(
  inputs: readonly Float64Array[],
  labels: ArrayLike<number>,
  classes: number,
): LinearModel[] {
  const width = inputs.length + 1;
  const design = designOf(inputs, labels.length);
  const data: LogisticData = { design, width, labels, outputs: classes === 2 ? 1 : classes };
  let weights = new Array<number>(data.outputs * width).fill(0);
  let state = logisticState(data, weights);
  for (let step = 0; step < MAX_STEPS; step++) {
    const direction = choleskySolve(state.matrix, state.vector);
    const { vector, loss } = state;
    const slope = direction.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0);
    if (slope < ENOUGH) break;
    let size = 1;
    const moved = (): number[] => weights.map((weight, at) => weight - size * (direction[at] ?? 0));
    let next = logisticState(data, moved());
    while (slope > NEAR && next.loss > loss - 1e-4 * size * slope && size > 1e-9) {
      size /= 2;
      next = logisticState(data, moved());
    }
    if (slope > NEAR && next.loss >= loss) break;
    [weights, state] = [moved(), next];
  }
  return Array.from({ length: data.outputs }, (_, output) => {
    const [intercept = 0, ...coefficients] = weights.slice(output * width, (output + 1) * width);
    return { intercept, coefficients };
  });
}
