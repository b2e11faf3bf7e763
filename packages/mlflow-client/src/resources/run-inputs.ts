import type { Schemas } from '../call/operation.ts';

/** A dataset that a run used. */
export interface DatasetUse {
  /** At most 500 characters. */
  readonly name: string;
  /** Identifies the content; at most 36 characters. */
  readonly digest: string;
  /** Kind of source: `local`, `http`, `s3`, `code` … */
  readonly sourceType: string;
  /** Where it came from, such as `{ uri: 'claims.csv' }`; sent as JSON. */
  readonly source: Readonly<Record<string, unknown>>;
  /** Such as `{ mlflow_colspec: [{ type: 'double', name: 'a', required: true }] }`; sent as JSON. */
  readonly schema?: Readonly<Record<string, unknown>>;
  /** Such as `{ num_rows: 4, num_elements: 8 }`; sent as JSON. */
  readonly profile?: Readonly<Record<string, unknown>>;
  /** What it was used for, such as `training`; the input tag `mlflow.data.context`. */
  readonly context?: string;
}

/** A dataset input as the wire wants it: source, schema and profile are JSON texts. */
export function toDatasetInput(use: DatasetUse): Schemas['DatasetInput'] {
  return {
    tags: use.context === undefined ? [] : [{ key: 'mlflow.data.context', value: use.context }],
    dataset: {
      name: use.name,
      digest: use.digest,
      source_type: use.sourceType,
      source: JSON.stringify(use.source),
      ...(use.schema === undefined ? {} : { schema: JSON.stringify(use.schema) }),
      ...(use.profile === undefined ? {} : { profile: JSON.stringify(use.profile) }),
    },
  };
}
