import type { ModelTask } from '../mlmodel/model-target.ts';

/** Nearer to 0 and 1 a float32 probability says nothing. */
const LEAST = 1e-7;

/**
 * What a stacked ensemble is a linear model of, one column per input.
 *
 * @param scores of each member, `rows × outputs`, row by row
 * @param outputs numbers per row of one member
 * @returns binary: the members' logits; multiclass: the log-probabilities of the first member's
 *   classes, then the second's …; regression: the values. Probabilities are kept within
 *   [1e−7, 1 − 1e−7].
 */
export function stackInputs(
  task: ModelTask,
  scores: readonly (Float32Array | Float64Array)[],
  outputs: number,
): Float64Array[] {
  return scores.flatMap((own) =>
    columnsOf(own, outputs).map((column) => column.map(inputOf(task))),
  );
}

function columnsOf(scores: Float32Array | Float64Array, outputs: number): Float64Array[] {
  const rows = scores.length / outputs;
  return Array.from({ length: outputs }, (_, output) =>
    Float64Array.from({ length: rows }, (__, row) => scores[row * outputs + output] ?? Number.NaN),
  );
}

function inputOf(task: ModelTask): (score: number) => number {
  if (task === 'regression') return (score) => score;
  const kept = (score: number): number => Math.min(Math.max(score, LEAST), 1 - LEAST);
  if (task === 'multiclass') return (score) => Math.log(kept(score));
  return (score) => Math.log(kept(score) / (1 - kept(score)));
}
