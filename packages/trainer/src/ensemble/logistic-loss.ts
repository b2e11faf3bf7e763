import { NormalEquations } from './normal-equations.ts';

/** Columns of inputs, one class code per row, and how many linear models there are: 1 or one per class. */
export interface LogisticData {
  readonly inputs: readonly Float64Array[];
  readonly labels: ArrayLike<number>;
  readonly outputs: number;
}

/** The penalised loss at some weights, its gradient (`vector`) and its second derivatives (`matrix`). */
export interface LogisticState extends Pick<NormalEquations, 'matrix' | 'vector'> {
  readonly loss: number;
}

/**
 * Log loss summed over the rows, and ½‖w‖² of all weights but the intercepts.
 *
 * @param weights of each output: its intercept, then one per input
 */
export function logisticState(data: LogisticData, weights: readonly number[]): LogisticState {
  const { inputs, labels, outputs } = data;
  const width = inputs.length + 1;
  const equations = new NormalEquations(weights.length);
  let loss = 0;
  for (let row = 0; row < labels.length; row++) {
    const x = [1, ...inputs.map((column) => column[row] ?? 0)];
    const margins = Array.from({ length: outputs }, (_, output) =>
      x.reduce((sum, value, at) => sum + value * (weights[output * width + at] ?? 0), 0),
    );
    const label = labels[row] ?? 0;
    const judged = outputs === 1 ? judgeOne(margins, label) : judgeAll(margins, label);
    loss += judged.loss;
    addRow(equations, x, judged);
  }
  weights.forEach((weight, at) => {
    if (at % width === 0) return;
    loss += weight ** 2 / 2;
    equations.addToVector(at, weight);
    equations.addToMatrix(at, at, 1);
  });
  if (outputs > 1) holdIntercepts(equations, width);
  return { loss, matrix: equations.matrix, vector: equations.vector };
}

/**
 * All intercepts of a multinomial model may move together without a change of loss. A curvature in
 * that one direction makes the equations solvable and keeps the intercepts at sum 0.
 */
function holdIntercepts(equations: NormalEquations, width: number): void {
  for (let row = 0; row < equations.vector.length; row += width) {
    for (let col = 0; col <= row; col += width) equations.addToMatrix(row, col, 1);
  }
}

interface Judged {
  readonly loss: number;
  readonly probabilities: readonly number[];
  /** Probability less 1 for the row's class, per output. */
  readonly residuals: readonly number[];
}

function addRow(equations: NormalEquations, x: readonly number[], judged: Judged): void {
  const { probabilities, residuals } = judged;
  const width = x.length;
  for (const [a, residual] of residuals.entries()) {
    for (const [i, left] of x.entries()) {
      const row = a * width + i;
      equations.addToVector(row, residual * left);
      for (let b = 0; b <= a; b++) {
        const p = probabilities[a] ?? 0;
        const curvature = p * (Number(a === b) - (probabilities[b] ?? 0)) * left;
        const end = a === b ? i + 1 : width;
        for (let j = 0; j < end; j++) {
          equations.addToMatrix(row, b * width + j, curvature * (x[j] ?? 0));
        }
      }
    }
  }
}

function judgeOne([margin = 0]: readonly number[], label: number): Judged {
  const signed = label === 1 ? margin : -margin;
  const loss = Math.log1p(Math.exp(-Math.abs(signed))) + Math.max(-signed, 0);
  const probability = 1 / (1 + Math.exp(-margin));
  return { loss, probabilities: [probability], residuals: [probability - Number(label === 1)] };
}

function judgeAll(margins: readonly number[], label: number): Judged {
  const largest = Math.max(...margins);
  const powers = margins.map((margin) => Math.exp(margin - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const probabilities = powers.map((power) => power / total);
  return {
    loss: Math.log(total) + largest - (margins[label] ?? 0),
    probabilities,
    residuals: probabilities.map((p, output) => p - Number(output === label)),
  };
}
