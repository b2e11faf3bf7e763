import type { Schema } from '@xgflow/data';
import type { Feature } from '../codec/feature.ts';

/** A column of an MLflow signature. */
export interface ColumnSpec {
  readonly type: 'long' | 'double' | 'string' | 'any';
  readonly name: string;
  readonly required: boolean;
}

/** A signature as MLmodel holds it: JSON texts. */
export interface Signature {
  readonly inputs: string;
  readonly outputs: string;
  readonly params: string | null;
}

/**
 * Input columns as `infer_signature` types the training frame: integers without missing cells are
 * `long`, other numbers `double` and optional where cells were missing.
 *
 * Levels of text are `string`. Integer levels and the exposure are `any`: pandas reads a column of
 * integers as floats where cells are missing, and MLflow refuses integers for `double` and floats for
 * `long`. The loader in the directory checks them. The exposure comes last; every row needs it.
 */
export function inputColumns(
  features: readonly Feature[],
  schema: Schema,
  exposure?: string,
): ColumnSpec[] {
  const missing = new Map(schema.columns.map((column) => [column.name, column.missing > 0]));
  const columns = features.map((feature): ColumnSpec => {
    const { name } = feature;
    const required = !(missing.get(name) ?? true);
    if (feature.kind === 'numeric') {
      return { type: feature.type === 'int' ? 'long' : 'double', name, required };
    }
    const type = typeof feature.levels[0] === 'string' ? 'string' : 'any';
    return { type, name, required: false };
  });
  if (exposure === undefined) return columns;
  const others = columns.filter(({ name }) => name !== exposure);
  return [...others, { type: 'any', name: exposure, required: true }];
}

/**
 * The signature with an output of one or more float32 numbers per row.
 *
 * @param asksLabels whether `predict` takes the parameter `output`
 */
export function signatureOf(
  columns: readonly ColumnSpec[],
  outputs: number,
  asksLabels: boolean,
): Signature {
  const shape = outputs === 1 ? [-1] : [-1, outputs];
  const output = { name: 'output', default: 'score', shape: null, type: 'string' };
  return {
    inputs: JSON.stringify(columns),
    outputs: JSON.stringify([{ type: 'tensor', 'tensor-spec': { dtype: 'float32', shape } }]),
    params: asksLabels ? JSON.stringify([output]) : null,
  };
}
