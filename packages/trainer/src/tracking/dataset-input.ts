import path from 'node:path';
import type { SourceLocation } from '@xgflow/data';
import type { DatasetUse } from '@xgflow/mlflow-client';
import type { ResolvedConfig } from '../config/index.ts';
import { isPulled } from '../source/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { Target } from '../sweep/target.ts';

/** MLflow refuses a longer one (`MAX_DATASET_SCHEMA_SIZE` of 3.17): about 17,000 columns. */
const longestSchema = 1_048_575;

/**
 * The training table as MLflow's dataset input: a local file, its digest, its columns, its size. A table too wide
 * for MLflow has no columns there; the model's own schema has them all.
 */
export function datasetInput({
  features,
  identity,
  location,
  config,
  target,
}: PreparedSweep): DatasetUse {
  const columns = features.columns.map((column) => ({
    name: column.name,
    type:
      column.kind === 'numeric'
        ? column.integer
          ? 'long'
          : 'double'
        : typeof column.levels[0] === 'number'
          ? 'long'
          : 'string',
    required: column.missing === 0,
  }));
  const label = {
    name: config.target,
    type: targetType(target),
    required: true,
  };
  const schema = { mlflow_colspec: [label, ...columns] };
  return {
    name: datasetName(location),
    digest: identity.dataDigest,
    ...datasetSource(location, config),
    ...(JSON.stringify(schema).length > longestSchema ? {} : { schema }),
    profile: {
      num_rows: features.rowCount,
      num_elements: features.rowCount * (columns.length + 1),
    },
    context: 'training',
  };
}

function targetType(target: Target): string {
  if (target.task === 'regression') {
    return target.labels.every(Number.isSafeInteger) ? 'long' : 'double';
  }
  return typeof target.classes[0] === 'number' ? 'long' : 'string';
}

function datasetName(location: SourceLocation): string {
  if (location.kind !== 'postgres') return path.basename(location.path);
  const { host, pathname } = new URL(location.name);
  return pathname.slice(1) || host || 'postgres';
}

/**
 * MLflow knows no databases: a source of type `code` holds what names one, and Python reads it back. Never with a
 * password.
 */
function datasetSource(
  location: SourceLocation,
  { query, source }: ResolvedConfig,
): Pick<DatasetUse, 'source' | 'sourceType'> {
  if (!isPulled({ location, query })) return { sourceType: 'local', source: { uri: source } };
  const uri = location.kind === 'postgres' ? location.name : source;
  return {
    sourceType: 'code',
    source: { tags: { uri, ...(query === undefined ? {} : { query }) } },
  };
}
