import { where } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';

/** Marks the models as failed whose upload ended with the process that had begun it. */
export async function abandonModels(
  client: MlflowClient,
  experimentId: string,
  runId: string,
): Promise<void> {
  const models = client.loggedModels.search({
    experimentIds: [experimentId],
    filter: where.field('source_run_id').eq(runId),
  });
  for await (const { info } of models) {
    if (info.status === 'LOGGED_MODEL_PENDING')
      await client.loggedModels.finalize(info.model_id, 'UPLOAD_FAILED');
  }
}
