import { DMatrix, type Booster } from '@xgflow/xgboost-node';
import type { ScoreInput } from '../predictor/scorer.ts';
import type { Contributions } from './contributions.ts';

/**
 * Exact TreeSHAP of libxgboost. It needs a matrix of the library, but none with names: making one
 * of dense values is the smaller part of the time.
 *
 * @param classes of a multiclass model: the class to explain, row by row
 * @throws the library's errors
 */
export function explainBooster(
  booster: Booster,
  { encoded, baseMargin }: ScoreInput,
  options: {
    readonly iterationRange: readonly [number, number];
    readonly threads: number;
    readonly classes: Int32Array;
  },
): Contributions {
  const { rows, cols } = encoded;
  const { classes, iterationRange, threads } = options;
  using data = DMatrix.fromDense(encoded.values, {
    rows,
    cols,
    nthread: threads,
    ...(baseMargin && { baseMargin }),
  });
  const { values: found } = booster.predict(data, {
    output: 'contributions',
    iterationRange,
    validateFeatures: false,
  });
  const { values: margins } = booster.predictDense(encoded.values, {
    rows,
    cols,
    output: 'margin',
    iterationRange,
    ...(baseMargin && { baseMargin }),
  });
  const width = cols + 1;
  const outputs = found.length / (rows * width);
  const values = new Float64Array(rows * cols);
  const [bias, margin] = [new Float64Array(rows), new Float64Array(rows)];
  for (let row = 0; row < rows; row++) {
    const output = outputs === 1 ? 0 : (classes[row] ?? 0);
    const from = (row * outputs + output) * width;
    const own = found.subarray(from, from + width);
    values.set(own.subarray(0, cols), row * cols);
    margin[row] = margins[row * outputs + output] ?? Number.NaN;
    // The library counts the base margin into the bias.
    bias[row] = (own[cols] ?? 0) - Math.fround(baseMargin?.[row] ?? 0);
  }
  return { values, bias, margin };
}
