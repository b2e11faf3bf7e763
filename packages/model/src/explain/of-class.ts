import type { Contributions, OutputContributions } from './contributions.ts';

/** Of every row the contributions to the margin of one class; of a single margin, to that. */
export function ofClass(
  { outputs, values, bias, margin }: OutputContributions,
  classes: Int32Array,
): Contributions {
  if (outputs === 1) return { values, bias, margin };
  const rows = bias.length / outputs;
  const cols = values.length / bias.length;
  const own = { values: new Float64Array(rows * cols), bias: new Float64Array(rows) };
  const margins = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const at = row * outputs + (classes[row] ?? 0);
    own.values.set(values.subarray(at * cols, (at + 1) * cols), row * cols);
    own.bias[row] = bias[at] ?? Number.NaN;
    margins[row] = margin[at] ?? Number.NaN;
  }
  return { ...own, margin: margins };
}
