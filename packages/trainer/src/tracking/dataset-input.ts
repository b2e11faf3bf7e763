import path from 'node:path';
import type { DatasetUse } from '@xgflow/mlflow-client';
import type { PreparedSweep } from '../sweep/prepare.ts';

/** The training table as MLflow's dataset input: a local file, its digest, its columns, its size. */
export function datasetInput({
  features,
  identity,
  sourcePath,
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
    type: typeof target.classes[0] === 'number' ? 'long' : 'string',
    required: true,
  };
  return {
    name: path.basename(sourcePath),
    digest: identity.dataDigest,
    sourceType: 'local',
    source: { uri: config.source },
    schema: { mlflow_colspec: [label, ...columns] },
    profile: {
      num_rows: features.rowCount,
      num_elements: features.rowCount * (columns.length + 1),
    },
    context: 'training',
  };
}
