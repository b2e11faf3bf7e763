import { choleskySolve } from './cholesky-solve.ts';
import { NormalEquations } from './normal-equations.ts';

/** A linear model: one intercept and one coefficient per input. */
export interface LinearModel {
  readonly intercept: number;
  readonly coefficients: readonly number[];
}

/**
 * Least squares with an L2 penalty on the coefficients, not on the intercept: scikit-learn's
 * `Ridge(alpha=1)`.
 *
 * @param inputs one column per input
 * @param labels one per row
 */
export function fitRidge(
  inputs: readonly Float64Array[],
  labels: ArrayLike<number>,
  alpha = 1,
): LinearModel {
  const rows = labels.length;
  const [centre, centres] = [mean(labels), inputs.map(mean)];
  const equations = new NormalEquations(inputs.length);
  for (let row = 0; row < rows; row++) {
    const x = inputs.map((column, at) => (column[row] ?? 0) - (centres[at] ?? 0));
    for (const [a, value] of x.entries()) {
      equations.addToVector(a, value * ((labels[row] ?? 0) - centre));
      for (let b = 0; b <= a; b++) equations.addToMatrix(a, b, value * (x[b] ?? 0));
    }
  }
  for (const at of inputs.keys()) equations.addToMatrix(at, at, alpha);
  const coefficients = choleskySolve(equations.matrix, equations.vector);
  const shift = coefficients.reduce((sum, value, at) => sum + value * (centres[at] ?? 0), 0);
  return { intercept: centre - shift, coefficients };
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}
