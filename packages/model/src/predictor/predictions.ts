import type { Encoded } from '../codec/encoded.ts';
import type { PredictionKind } from '../mlmodel/objective.ts';
import { likeliest } from './likeliest.ts';

/** Predictions, row by row. */
export interface Predictions {
  /**
   * The model's numbers as float32: a binary model's probability of the positive class, after its
   * calibration, a multiclass model's probability of each class (`outputs` a row), any other model's values.
   */
  readonly probabilities: Float32Array;
  /** Numbers per row. */
  readonly outputs: number;
  /**
   * Binary: 1 where the probability is above the threshold, as XGBClassifier decides. Multiclass: the likeliest class.
   * Empty for models that predict no class.
   */
  readonly labels: Int32Array;
  /** Per row, how many cells hold a level that the model never saw; they count as missing. */
  readonly unseen: Int32Array;
  /** The same per feature; features without any are absent. */
  readonly unseenByColumn: ReadonlyMap<string, number>;
}

/** Puts a booster's numbers and the codec's counts together. */
export function predictionsOf(
  values: Float32Array,
  encoded: Pick<Encoded, 'rows' | 'unseen' | 'unseenByColumn'>,
  rule: { kind: PredictionKind; threshold: number; outputs: number },
): Predictions {
  const { rows, unseen, unseenByColumn } = encoded;
  const { kind, outputs, threshold } = rule;
  const labels = new Int32Array(kind === 'value' ? 0 : rows);
  for (let row = 0; row < labels.length; row++) {
    const own = values.subarray(row * outputs, (row + 1) * outputs);
    if (kind === 'binary') labels[row] = (own[0] ?? 0) > threshold ? 1 : 0;
    else labels[row] = likeliest(own);
  }
  return { probabilities: values, outputs, labels, unseen, unseenByColumn };
}
