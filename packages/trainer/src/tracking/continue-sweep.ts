import { tagsOf, where } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { runTags } from '../record/run-tags.ts';
import { toVariantRun } from '../record/variant-run.ts';
import type { VariantSummary } from '../sweep/result.ts';
import { abandonModels } from './abandon-models.ts';
import { endTimeOf, startedRun } from './end-time.ts';
import { whoWrites } from './open-sweep.ts';
import type { FoundSweep, OpenSweep } from './open-sweep.ts';
import { ownTag } from './owner.ts';
import { SweepBusyError } from './sweep-busy-error.ts';

/**
 * Goes on with an open sweep: its variants that are finished are kept, every other run of it is closed
 * as KILLED.
 *
 * @throws SweepBusyError when another process goes on with it at the same time; its runs are left alone
 */
export async function continueSweep(
  client: MlflowClient,
  sweep: FoundSweep,
): Promise<VariantSummary[]> {
  await claim(client, sweep);
  return closeRuns(client, sweep);
}

/** Closes an open sweep and its runs for good: nothing of it is kept. */
export async function abandonSweep(client: MlflowClient, sweep: OpenSweep): Promise<void> {
  await closeRuns(client, sweep);
  await client.runs.setTag(sweep.runId, runTags.state, 'abandoned');
  await client.runs.update(sweep.runId, { status: 'KILLED', endTime: endTimeOf(sweep) });
}

/** Writes this process's name on a sweep and looks again: MLflow has no lock, and the last writer has it. */
async function claim(client: MlflowClient, sweep: FoundSweep): Promise<void> {
  const { runId } = sweep;
  await client.runs.setTag(runId, runTags.owner, ownTag());
  await client.runs.update(runId, { status: 'RUNNING' });
  const owner = tagsOf(await client.runs.get(runId))[runTags.owner];
  if (owner !== ownTag()) {
    throw new SweepBusyError(
      `another process goes on with this sweep at the same time · ${whoWrites({ runId, owner })} · wait for it, or stop it`,
    );
  }
  if (sweep.error !== undefined) await client.runs.deleteTag(runId, runTags.error);
}

/** Closes the runs of a sweep that did not finish, and their models. @returns the variants that did */
async function closeRuns(
  client: MlflowClient,
  { experimentId, sweepId }: OpenSweep,
): Promise<VariantSummary[]> {
  const filter = where.tag(runTags.sweepId).eq(sweepId);
  const kept: VariantSummary[] = [];
  for await (const run of client.runs.search({ experimentIds: [experimentId], filter })) {
    const { status, run_id: runId } = run.info;
    const role = tagsOf(run)[runTags.role];
    if (role === 'variant' && status === 'FINISHED') {
      const { variant, metrics, tags } = toVariantRun(run);
      const failedTrials = Number(tags[runTags.failedTrials] ?? 0);
      kept.push({ name: variant, status: 'kept', metrics, failedTrials, runId });
    } else if (role !== 'sweep') {
      const endTime = endTimeOf(startedRun(run.info));
      if (status === 'RUNNING') await client.runs.update(runId, { status: 'KILLED', endTime });
      // Also of a run that was closed in time: its upload may have been cut off.
      if (role === 'variant') await abandonModels(client, experimentId, runId);
    }
  }
  return kept;
}
