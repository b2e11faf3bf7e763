import path from 'node:path';
import type { DatasetUse } from '@xgflow/mlflow-client';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { Target } from '../sweep/target.ts';

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
    type: targetType(target),
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

function targetType(target: Target): string {
  if (target.task === 'regression') {
    return target.labels.every(Number.isSafeInteger) ? 'long' : 'double';
  }
  return typeof target.classes[0] === 'number' ? 'long' : 'string';
}
