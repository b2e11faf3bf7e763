import { MlflowClient } from '@xgflow/mlflow-client';
import { trackingUri } from './xgflow.ts';

/** The report that a sweep logged into its run. */
export async function storedReport(runId: string): Promise<string> {
  const client = new MlflowClient({ trackingUri: trackingUri() });
  const { info } = await client.runs.get(runId);
  return client.artifacts.readText(info.artifact_uri, 'report.html').finally(() => {
    client.close();
  });
}
