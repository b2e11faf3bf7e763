import type { MlflowClient } from '@xgflow/mlflow-client';
import type { GateReport } from '../../../src/promotion/index.ts';
import type { Registration } from '../../../src/registry/register-best.ts';

/** The two files of the report that a registration's gate left with the run. */
export async function reportOf(
  client: MlflowClient,
  { promotion }: Registration,
): Promise<{ json: GateReport; text: string }> {
  const [, runId = '', directory = ''] =
    /^runs:\/([0-9a-f]+)\/(.+)$/.exec(promotion?.reportUri ?? '') ?? [];
  const { artifact_uri } = (await client.runs.get(runId)).info;
  return {
    json: JSON.parse(
      await client.artifacts.readText(artifact_uri, `${directory}/gate.json`),
    ) as GateReport,
    text: await client.artifacts.readText(artifact_uri, `${directory}/gate.md`),
  };
}
