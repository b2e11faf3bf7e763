import type { Schemas } from '../call/operation.ts';
import { LIMITS } from '../wire/limits.ts';
import { checkText } from '../wire/text.ts';

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

/** A dataset input as the wire wants it: source, schema and profile are JSON texts. @throws EncodingError */
export function toDatasetInput(use: DatasetUse): Schemas['DatasetInput'] {
  const text = (
    field: 'name' | 'digest' | 'sourceType' | 'context',
    value: string,
    limit?: number,
  ) => checkText(`dataset ${field}`, value, limit);
  const context =
    use.context === undefined
      ? undefined
      : text('context', use.context, LIMITS.inputTagValueLength);
  return {
    tags: context === undefined ? [] : [{ key: 'mlflow.data.context', value: context }],
    dataset: {
      name: text('name', use.name, LIMITS.datasetNameLength),
      digest: text('digest', use.digest, LIMITS.datasetDigestLength),
      source_type: text('sourceType', use.sourceType),
      source: JSON.stringify(use.source),
      ...(use.schema === undefined ? {} : { schema: JSON.stringify(use.schema) }),
      ...(use.profile === undefined ? {} : { profile: JSON.stringify(use.profile) }),
    },
  };
}
