import type { Codec } from '../codec/codec.ts';
import type { Predictions } from '../predictor/predictions.ts';
import type { ScoreInput } from '../predictor/scorer.ts';
import type { Contributions, ExplanationScale } from './contributions.ts';
import type { Explanation, Explanations, ExplainOptions } from './explanation.ts';
import { topReasons } from './top-reasons.ts';

const DEFAULT_TOP = 5;

/** Puts contributions, predictions and the rows' values together. */
export function explanationsOf(
  codec: Codec,
  { encoded, baseMargin }: ScoreInput,
  found: {
    readonly scale: ExplanationScale;
    readonly contributions: Contributions;
    readonly predictions: Predictions;
  },
  { top = DEFAULT_TOP }: ExplainOptions,
): Explanations {
  const { contributions, predictions, scale } = found;
  const { cols, rows } = encoded;
  const { labels, outputs, probabilities } = predictions;
  const explain = (row: number): Explanation => {
    const own = contributions.values.subarray(row * cols, (row + 1) * cols);
    const cells = encoded.values.subarray(row * cols, (row + 1) * cols);
    // Of one number per row that is the number; a binary model's is that of class 1.
    const output = outputs === 1 ? 0 : (labels[row] ?? 0);
    return {
      contributions: own,
      bias: contributions.bias[row] ?? Number.NaN,
      ...(baseMargin && scale === 'margin' && { logExposure: baseMargin[row] ?? Number.NaN }),
      margin: contributions.margin[row] ?? Number.NaN,
      prediction: probabilities[row * outputs + output] ?? Number.NaN,
      ...(labels.length > 0 && { label: outputs === 1 ? 1 : output }),
      reasons: topReasons(codec.features, cells, own, top),
    };
  };
  return {
    features: codec.featureNames,
    scale,
    rows: Array.from({ length: rows }, (_, row) => explain(row)),
  };
}
