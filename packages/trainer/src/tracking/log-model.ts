import { createHash } from 'node:crypto';
import path from 'node:path';
import { paramString } from '@xgflow/mlflow-client';
import type { MlflowClient, ParamValue } from '@xgflow/mlflow-client';
import { writeModelDirectory } from '@xgflow/model';
import { runTags } from '../record/run-tags.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantResult } from '../sweep/result.ts';
import { closingPatienceMs } from './close-run.ts';
import { modelDescription } from './model-description.ts';

export interface LogModelOptions {
  readonly client: MlflowClient;
  readonly experimentId: string;
  readonly runId: string;
  /** An empty directory to put the files together in. */
  readonly directory: string;
  readonly prepared: PreparedSweep;
  readonly result: VariantResult;
}

/**
 * Logs a variant's model as MLflow 3 does: a logged model, its files, READY, and an output of the run.
 * A model whose upload fails is marked so, and the error goes on.
 */
export async function logModel(options: LogModelOptions): Promise<void> {
  const { client, experimentId, runId, prepared, result } = options;
  const params = Object.entries({
    ...(result.fit.params as Record<string, ParamValue>),
    n_estimators: result.fit.rounds,
  });
  const { info } = await client.loggedModels.create({
    experimentId,
    name: 'model',
    sourceRunId: runId,
    modelType: 'xgboost',
    params: Object.fromEntries(params.map(([key, value]) => [key, paramString(value)])),
    tags: { [runTags.variant]: result.name },
  });
  const modelId = info.model_id;
  try {
    const files = path.join(options.directory, 'model');
    await writeModelDirectory(files, modelDescription(prepared, result, { runId, modelId }));
    await client.artifacts.uploadDirectory(info.artifact_uri, files);
  } catch (error) {
    const options = { deadlineMs: closingPatienceMs };
    await client.loggedModels.finalize(modelId, 'UPLOAD_FAILED', options).catch(() => undefined);
    throw error;
  }
  await client.loggedModels.finalize(modelId, 'READY');
  await client.runs.logOutputs(runId, [{ modelId }]);
  await client.runs.logBatch(runId, {
    metrics: Object.entries(result.metrics).map(([key, value]) => ({
      key,
      value,
      step: 0,
      modelId,
    })),
    tags: {
      [runTags.modelId]: modelId,
      [runTags.modelDigest]: createHash('sha256').update(result.model).digest('hex'),
    },
  });
}
