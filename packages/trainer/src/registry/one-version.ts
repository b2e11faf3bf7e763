import { where } from '@xgflow/mlflow-client';
import type { MlflowClient, ModelVersion } from '@xgflow/mlflow-client';

/** The version of a run in a registered model; of several the first, so that everybody means the same one. */
export async function versionOf(
  client: MlflowClient,
  name: string,
  runId: string,
): Promise<ModelVersion | undefined> {
  const filter = where.field('name').eq(name).and(where.field('run_id').eq(runId));
  const found: ModelVersion[] = [];
  for await (const version of client.modelVersions.search({ filter })) found.push(version);
  return found.toSorted((a, b) => Number(a.version) - Number(b.version))[0];
}

/**
 * Takes a new version back when the run has an earlier one by now. The server has no lock: of two that
 * register a run at the same time each makes a version; numbers are given in turn, so the later one
 * sees the earlier one's and steps back, and the earlier one stays.
 */
export async function keepFirst(
  client: MlflowClient,
  made: ModelVersion,
): Promise<{ readonly version: ModelVersion; readonly existed: boolean }> {
  const first = (await versionOf(client, made.name, made.run_id ?? '')) ?? made;
  if (Number(first.version) >= Number(made.version)) return { version: made, existed: false };
  await client.modelVersions.delete(made.name, made.version);
  return { version: first, existed: true };
}
