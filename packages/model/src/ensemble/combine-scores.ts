import type { ModelTask } from '../mlmodel/model-target.ts';
import type { Combiner } from './combiner.ts';
import { softmax } from './softmax.ts';
import { stackInputs } from './stack-inputs.ts';

/**
 * The ensemble's predictions of those of its members, as float32. Sums go member by member in
 * 64 bits, as in the Python loader of a model directory, so that both give the same numbers.
 *
 * @param scores of each member, `rows × outputs`, row by row
 * @param outputs numbers per row of one member
 */
export function combineScores(
  combiner: Combiner,
  task: ModelTask,
  scores: readonly Float32Array[],
  outputs: number,
): Float32Array {
  const length = scores[0]?.length ?? 0;
  if (combiner.method !== 'stacked') {
    return Float32Array.from(weightedSum(0, combiner.weights, scores, length));
  }
  const inputs = stackInputs(task, scores, outputs);
  const rows = length / outputs;
  const margins = combiner.coefficients.map((coefficients, output) =>
    weightedSum(combiner.intercepts[output] ?? 0, coefficients, inputs, rows),
  );
  if (task === 'multiclass') return probabilitiesOf(margins, rows);
  const [margin = new Float64Array(0)] = margins;
  return Float32Array.from(margin, task === 'binary' ? sigmoid : (value) => value);
}

function weightedSum(
  start: number,
  weights: readonly number[],
  columns: readonly (Float32Array | Float64Array)[],
  length: number,
): Float64Array {
  const sum = new Float64Array(length).fill(start);
  columns.forEach((column, at) => {
    const weight = weights[at] ?? 0;
    for (let i = 0; i < length; i++) sum[i] = (sum[i] ?? 0) + weight * (column[i] ?? Number.NaN);
  });
  return sum;
}

function sigmoid(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}

function probabilitiesOf(margins: readonly Float64Array[], rows: number): Float32Array {
  const probabilities = new Float32Array(rows * margins.length);
  for (let row = 0; row < rows; row++) {
    const own = Float64Array.from(margins, (margin) => margin[row] ?? Number.NaN);
    probabilities.set(softmax(own), row * margins.length);
  }
  return probabilities;
}
