import type { ScoreInput, ScoreRows } from './scorer.ts';

/** Inputs of one model as one, their rows behind each other. What is counted of them stays with each. */
export function joinInputs(inputs: readonly ScoreInput[]): ScoreRows {
  const [first] = inputs;
  if (inputs.length === 1 && first !== undefined) return first;
  const rows = inputs.reduce((sum, { encoded }) => sum + encoded.rows, 0);
  const cols = first?.encoded.cols ?? 0;
  const values = new Float32Array(rows * cols);
  const baseMargin = first?.baseMargin && new Float64Array(rows);
  let at = 0;
  for (const { encoded, baseMargin: own } of inputs) {
    values.set(encoded.values, at * cols);
    if (own !== undefined) baseMargin?.set(own, at);
    at += encoded.rows;
  }
  return { encoded: { values, rows, cols }, baseMargin };
}
