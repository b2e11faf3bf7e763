import type { MixtureLoss } from './mixture-loss.ts';
import { NormalEquations } from './normal-equations.ts';
import { simplexQuadratic } from './simplex-quadratic.ts';

const MAX_STEPS = 200;
const ENOUGH = 1e-13;

/**
 * The weights, none negative and of sum 1, with which the mean loss of the mixture is least. Newton's
 * method: each step solves the quadratic model on the simplex, and is shortened until the loss falls.
 *
 * @param columns of each member, one number per row
 */
export function simplexWeights(columns: readonly Float64Array[], loss: MixtureLoss): number[] {
  let weights = columns.map(() => 1 / columns.length);
  let value = meanLoss(columns, loss, weights);
  for (let step = 0; step < MAX_STEPS; step++) {
    const { vector, matrix } = derivatives(columns, loss, weights);
    const goal = simplexQuadratic(weights, vector, matrix);
    const change = goal.map((to, at) => to - (weights[at] ?? 0));
    const slope = change.reduce((sum, part, at) => sum + part * (vector[at] ?? 0), 0);
    if (slope > -ENOUGH) break;
    let size = 1;
    const moved = (): number[] =>
      size === 1 ? goal : weights.map((weight, at) => weight + size * (change[at] ?? 0));
    let found = meanLoss(columns, loss, moved());
    while (found > value + 1e-4 * size * slope && size > 1e-9) {
      size /= 2;
      found = meanLoss(columns, loss, moved());
    }
    if (found >= value) break;
    [weights, value] = [moved(), found];
  }
  return weights;
}

function mixtureOf(
  columns: readonly Float64Array[],
  weights: readonly number[],
  row: number,
): number {
  return columns.reduce((sum, column, at) => sum + (weights[at] ?? 0) * (column[row] ?? 0), 0);
}

function meanLoss(
  columns: readonly Float64Array[],
  loss: MixtureLoss,
  weights: readonly number[],
): number {
  const rows = columns[0]?.length ?? 0;
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += loss.value(row, mixtureOf(columns, weights, row));
  return sum / rows;
}

function derivatives(
  columns: readonly Float64Array[],
  loss: MixtureLoss,
  weights: readonly number[],
): NormalEquations {
  const rows = columns[0]?.length ?? 0;
  const equations = new NormalEquations(columns.length);
  for (let row = 0; row < rows; row++) {
    const mixture = mixtureOf(columns, weights, row);
    const slope = loss.slope(row, mixture) / rows;
    const curvature = loss.curvature(row, mixture) / rows;
    for (const [a, column] of columns.entries()) {
      const own = column[row] ?? 0;
      equations.addToVector(a, slope * own);
      for (let b = 0; b <= a; b++) {
        equations.addToMatrix(a, b, curvature * own * (columns[b]?.[row] ?? 0));
      }
    }
  }
  return equations;
}
