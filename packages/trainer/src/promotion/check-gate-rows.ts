import path from 'node:path';
import { ResourceNotFoundError } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { registeredState } from './history/registered-state.ts';
import { defaultPolicy } from './policy/policy.ts';
import type { GateOptions } from './promote-version.ts';
import { findRows } from './rows/find-rows.ts';

/**
 * Whether a run that is to be registered could be compared with the champion; nothing is scored or written.
 *
 * @throws GateRowsError where there is a champion and no rows to compare on · MlflowError
 */
export async function checkGateRows(
  client: MlflowClient,
  name: string,
  candidate: { readonly run: { readonly runId: string }; readonly version: string | undefined },
  { data, directory = process.cwd(), home, policy = defaultPolicy, signal }: GateOptions,
): Promise<void> {
  const champion = await championOf(client, name);
  if (champion === undefined || champion === candidate.version) return;
  await findRows(client, {
    candidate: { version: candidate.version ?? 'new', runId: candidate.run.runId },
    championRunId: undefined,
    data,
    directory,
    home: home ?? path.join(directory, '.xgflow'),
    signal,
    minUnseen: policy.rows.min_unseen,
  });
}

async function championOf(client: MlflowClient, name: string): Promise<string | undefined> {
  try {
    return (await registeredState(client, name)).champion;
  } catch (error) {
    if (error instanceof ResourceNotFoundError) return undefined;
    throw error;
  }
}
