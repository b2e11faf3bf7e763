import { readFileSync } from 'node:fs';
import { inferSchema, Table } from '@xgflow/data';
import { Codec } from '../src/codec/codec.ts';
import type { ModelDescription } from '../src/mlmodel/model-description.ts';
import { people } from './small-model.ts';

/** A model that Python trained on people.csv, and its numbers as base64 of float32. */
interface PythonModel {
  readonly model: string;
  readonly predictions: string;
  readonly margins: string;
  readonly contributions: string;
}

/** fixtures/scores.json, made by fixtures/make-scores.py. */
export const pythonScores = JSON.parse(
  readFileSync(new URL('fixtures/scores.json', import.meta.url), 'utf8'),
) as Record<'poisson' | 'multiclass' | 'binary', PythonModel> & { readonly exposure: number[] };

/** The float32 numbers of one entry. */
export function floats(text: string): Float32Array {
  return new Float32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);
}

/** What goes into a directory with Python's model. */
export function describePython(
  table: Table,
  name: 'poisson' | 'multiclass' | 'binary',
): ModelDescription {
  return {
    model: new Uint8Array(Buffer.from(pythonScores[name].model, 'base64')),
    codec: Codec.fromTable(table),
    schema: inferSchema(table),
    target: { name: 'claims' },
  };
}

/** The people with a column `years` of exposure. */
export async function insured(values = Float64Array.from(pythonScores.exposure)): Promise<Table> {
  const years = { kind: 'numeric', name: 'years', values, integer: false, missing: 0 } as const;
  return new Table([...(await people()).columns, years]);
}
