import path from 'node:path';
import type { MlflowClient, ParamValue } from '@xgflow/mlflow-client';
import { writeModelDirectory } from '@xgflow/model';
import type { EnsembleDescription, ModelDescription } from '@xgflow/model';
import { runTags } from '../record/run-tags.ts';
import type { VariantMetrics } from '../sweep/result.ts';
import { closingPatienceMs } from './close-run.ts';
import { inOrderOfWorth } from './metric-order.ts';

export interface LogModelOptions {
  readonly client: MlflowClient;
  readonly experimentId: string;
  readonly runId: string;
  /** An empty directory to put the files together in. */
  readonly directory: string;
  /** The variant, or the ensemble. */
  readonly name: string;
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly metrics: VariantMetrics;
  /** What the directory says of itself, once MLflow has given the model its id. */
  readonly describe: (ids: {
    readonly runId: string;
    readonly modelId: string;
  }) => ModelDescription | EnsembleDescription;
}

/**
 * Logs a model as MLflow 3 does: a logged model, its files, READY, and an output of the run.
 * A model whose upload fails is marked so, and the error goes on.
 */
export async function logModel(options: LogModelOptions): Promise<void> {
  const { client, describe, experimentId, metrics, name, params, runId } = options;
  const { info } = await client.loggedModels.create({
    experimentId,
    name: 'model',
    sourceRunId: runId,
    modelType: 'xgboost',
    params,
    tags: { [runTags.variant]: name },
  });
  const modelId = info.model_id;
  let digest: string;
  try {
    const files = path.join(options.directory, 'model');
    digest = (await writeModelDirectory(files, describe({ runId, modelId }))).modelSha256;
    await client.artifacts.uploadDirectory(info.artifact_uri, files);
  } catch (error) {
    const options = { deadlineMs: closingPatienceMs };
    await client.loggedModels.finalize(modelId, 'UPLOAD_FAILED', options).catch(() => undefined);
    throw error;
  }
  await client.loggedModels.finalize(modelId, 'READY');
  await client.runs.logOutputs(runId, [{ modelId }]);
  await client.runs.logBatch(runId, {
    metrics: inOrderOfWorth(metrics).map(([key, value]) => ({ key, value, step: 0, modelId })),
    tags: { [runTags.modelId]: modelId, [runTags.modelDigest]: digest },
  });
}
