import type { MlflowClient } from '@xgflow/mlflow-client';
import { runTags } from '../record/run-tags.ts';
import type { UnfinishedEnd } from '../sweep/tracker.ts';
import { endTimeOf } from './end-time.ts';
import type { StartedRun } from './end-time.ts';

/** A closing must not hold up the exit for longer than this. */
export const closingPatienceMs = 10_000;

/** Error tags are read in a table: the first line is enough. */
const longestError = 500;

/** Marks a run FAILED with the error, or KILLED. @throws MlflowError */
export async function markRun(
  client: MlflowClient,
  run: StartedRun,
  end: UnfinishedEnd,
  options: { readonly deadlineMs?: number } = {},
): Promise<void> {
  if (end.status === 'FAILED') {
    const [line = ''] = end.error.message.split('\n');
    const value = line.slice(0, longestError).toWellFormed();
    await client.runs.setTag(run.runId, runTags.error, value, options);
  }
  await client.runs.update(run.runId, { status: end.status, endTime: endTimeOf(run) }, options);
}

/**
 * The same for a run whose sweep stops. Gives up after ten seconds without throwing: an error is already on its way, and
 * the next sweep closes what was left open.
 *
 * @returns whether the run is closed
 */
export async function closeRun(
  client: MlflowClient,
  run: StartedRun,
  end: UnfinishedEnd,
): Promise<boolean> {
  try {
    await markRun(client, run, end, { deadlineMs: closingPatienceMs });
    return true;
  } catch {
    return false;
  }
}
