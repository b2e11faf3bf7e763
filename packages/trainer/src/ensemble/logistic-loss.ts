import { NormalEquations } from './normal-equations.ts';
import { addBlock, weightedProducts } from './weighted-products.ts';

/** Rows of inputs, one class code per row, and how many linear models there are: 1 or one per class. */
export interface LogisticData {
  /** `rows × width`, row by row: 1 for the intercept, then the inputs. */
  readonly design: Float64Array;
  readonly width: number;
  readonly labels: ArrayLike<number>;
  readonly outputs: number;
}

/** The penalised loss at some weights, its gradient (`vector`) and its second derivatives (`matrix`). */
export interface LogisticState extends Pick<NormalEquations, 'matrix' | 'vector'> {
  readonly loss: number;
}

/** Columns of inputs, the intercept's before them, row by row. */
export function designOf(inputs: readonly Float64Array[], rows: number): Float64Array {
  const width = inputs.length + 1;
  const design = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    design[row * width] = 1;
    for (const [at, column] of inputs.entries()) design[row * width + at + 1] = column[row] ?? 0;
  }
  return design;
}

/**
 * Log loss summed over the rows, and ½‖w‖² of all weights but the intercepts.
 *
 * @param weights of each output: its intercept, then one per input
 */
export function logisticState(data: LogisticData, weights: readonly number[]): LogisticState {
  const { outputs, width } = data;
  const equations = new NormalEquations(weights.length);
  const { probabilities, loss: lost } = judgeRows(data, weights, equations);
  for (let a = 0; a < outputs; a++) {
    for (let b = 0; b <= a; b++) {
      const block = weightedProducts(data.design, width, (row) => {
        const p = probabilities[row * outputs + a] ?? 0;
        return p * (Number(a === b) - (probabilities[row * outputs + b] ?? 0));
      });
      addBlock(equations, block, { row: a * width, col: b * width, width });
    }
  }
  let loss = lost;
  weights.forEach((weight, at) => {
    if (at % width === 0) return;
    loss += weight ** 2 / 2;
    equations.addToVector(at, weight);
    equations.addToMatrix(at, at, 1);
  });
  if (outputs > 1) holdIntercepts(equations, width);
  return { loss, matrix: equations.matrix, vector: equations.vector };
}

/** The probabilities of all rows and their loss; adds the gradient to the equations. */
function judgeRows(
  { design, labels, outputs, width }: LogisticData,
  weights: readonly number[],
  equations: NormalEquations,
): { readonly probabilities: Float64Array; readonly loss: number } {
  const probabilities = new Float64Array(labels.length * outputs);
  const margins = new Float64Array(outputs);
  let loss = 0;
  for (let row = 0; row < labels.length; row++) {
    const x = design.subarray(row * width, (row + 1) * width);
    for (let output = 0; output < outputs; output++) {
      let margin = 0;
      for (let at = 0; at < width; at++) {
        margin += (x[at] ?? 0) * (weights[output * width + at] ?? 0);
      }
      margins[output] = margin;
    }
    const own = probabilities.subarray(row * outputs, (row + 1) * outputs);
    const label = labels[row] ?? 0;
    loss += outputs === 1 ? judgeOne(margins, label, own) : judgeAll(margins, label, own);
    for (let output = 0; output < outputs; output++) {
      const hit = Number(outputs === 1 ? label === 1 : label === output);
      const residual = (own[output] ?? 0) - hit;
      for (let at = 0; at < width; at++) {
        equations.addToVector(output * width + at, residual * (x[at] ?? 0));
      }
    }
  }
  return { probabilities, loss };
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

/** The loss of a row; writes its probability. */
function judgeOne([margin = 0]: Float64Array, label: number, probabilities: Float64Array): number {
  const signed = label === 1 ? margin : -margin;
  probabilities[0] = 1 / (1 + Math.exp(-margin));
  return Math.log1p(Math.exp(-Math.abs(signed))) + Math.max(-signed, 0);
}

/** The loss of a row; writes the probability of each class. */
function judgeAll(margins: Float64Array, label: number, probabilities: Float64Array): number {
  const largest = Math.max(...margins);
  let total = 0;
  for (const [output, margin] of margins.entries()) {
    const power = Math.exp(margin - largest);
    probabilities[output] = power;
    total += power;
  }
  for (const output of margins.keys()) {
    probabilities[output] = (probabilities[output] ?? 0) / total;
  }
  return Math.log(total) + largest - (margins[label] ?? 0);
}
