import type { MlflowClient } from '@xgflow/mlflow-client';
import { runTags } from '../record/run-tags.ts';
import type { UnfinishedEnd } from '../sweep/tracker.ts';

/** A closing must not hold up the exit for longer than this. */
const patienceMs = 10_000;

/** Error tags are read in a table: the first line is enough. */
const longestError = 500;

/**
 * Marks a run FAILED with the error, or KILLED. Gives up after ten seconds without throwing: an error
 * is already on its way, and the next sweep closes what was left open.
 */
export async function closeRun(
  client: MlflowClient,
  runId: string,
  end: UnfinishedEnd,
): Promise<void> {
  const options = { deadlineMs: patienceMs };
  try {
    if (end.status === 'FAILED') {
      const [line = ''] = end.error.message.split('\n');
      await client.runs.setTag(
        runId,
        runTags.error,
        line.slice(0, longestError).toWellFormed(),
        options,
      );
    }
    await client.runs.update(runId, { status: end.status, endTime: Date.now() }, options);
  } catch {
    // The server cannot be reached: the run stays RUNNING until the next sweep closes it.
  }
}
