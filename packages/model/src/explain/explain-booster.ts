import { DMatrix, type Booster } from '@xgflow/xgboost-node';
import type { ScoreInput } from '../predictor/scorer.ts';
import type { OutputContributions } from './contributions.ts';

/**
 * Exact TreeSHAP of libxgboost. It needs a matrix of the library, but none with names: making one
 * of dense values is the smaller part of the time.
 *
 * @throws the library's errors
 */
export function explainBooster(
  booster: Booster,
  { encoded, baseMargin }: ScoreInput,
  options: { readonly iterationRange: readonly [number, number]; readonly threads: number },
): OutputContributions {
  const { rows, cols } = encoded;
  const { iterationRange, threads } = options;
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
  const values = new Float64Array(rows * outputs * cols);
  const bias = new Float64Array(rows * outputs);
  for (let at = 0; at < bias.length; at++) {
    const own = found.subarray(at * width, (at + 1) * width);
    values.set(own.subarray(0, cols), at * cols);
    // The library counts the base margin into the bias.
    const logExposure = Math.fround(baseMargin?.[Math.floor(at / outputs)] ?? 0);
    bias[at] = (own[cols] ?? 0) - logExposure;
  }
  return { outputs, values, bias, margin: Float64Array.from(margins) };
}
