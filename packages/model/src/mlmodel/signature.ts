import type { Schema } from '@xgflow/data';
import type { Feature } from '../codec/feature.ts';

/** A column of an MLflow signature. */
export interface ColumnSpec {
  readonly type: 'long' | 'double';
  readonly name: string;
  readonly required: boolean;
}

/** A signature as MLmodel holds it: JSON texts. */
export interface Signature {
  readonly inputs: string;
  readonly outputs: string;
  readonly params: null;
}

/**
 * Input columns as `infer_signature` types the training frame: integers without missing cells are
 * `long`, other numbers `double` and optional where cells were missing.
 *
 * Categorical features are `double`: the level's code. MLflow's own scorer makes its DMatrix
 * without `enable_categorical`, so levels as text or categories always fail there, and a signature
 * of texts would only promise what cannot be kept. Codes work; `xgflow/codec.json` has the levels.
 */
export function inputColumns(features: readonly Feature[], schema: Schema): ColumnSpec[] {
  const missing = new Map(schema.columns.map((column) => [column.name, column.missing > 0]));
  return features.map((feature) => {
    const { name } = feature;
    const required = !(missing.get(name) ?? true);
    if (feature.kind === 'categorical') return { type: 'double', name, required: false };
    return { type: feature.type === 'int' ? 'long' : 'double', name, required };
  });
}

/** The signature with an output of one or more float32 numbers per row. */
export function signatureOf(columns: readonly ColumnSpec[], outputs: number): Signature {
  const shape = outputs === 1 ? [-1] : [-1, outputs];
  return {
    inputs: JSON.stringify(columns),
    outputs: JSON.stringify([{ type: 'tensor', 'tensor-spec': { dtype: 'float32', shape } }]),
    params: null,
  };
}
