import type { MlflowClient } from '@xgflow/mlflow-client';

/** A new run to log to; resolves with its id. */
export async function benchRun(client: MlflowClient): Promise<string> {
  const { experiment_id: experimentId } = await client.experiments.ensure('bench-log-batch');
  return (await client.runs.create({ experimentId })).info.run_id;
}
