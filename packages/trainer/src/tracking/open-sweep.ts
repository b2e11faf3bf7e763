import { tagsOf, where } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { runTags } from '../record/run-tags.ts';
import { toVariantRun } from '../record/variant-run.ts';
import type { SweepIdentity } from '../sweep/identity.ts';
import type { VariantSummary } from '../sweep/result.ts';
import { abandonModels } from './abandon-models.ts';
import { endTimeOf, startedRun } from './end-time.ts';
import type { StartedRun } from './end-time.ts';
import { ownTag, ownerState } from './owner.ts';
import { SweepBusyError } from './sweep-busy-error.ts';

export interface OpenSweep extends StartedRun {
  readonly sweepId: string;
  readonly experimentId: string;
}

/** An open sweep as it was found. */
export interface FoundSweep extends OpenSweep {
  readonly status: string;
  /** The process that wrote it last, as `ownTag` names it. */
  readonly owner: string | undefined;
}

/** The latest sweep of this identity that did not come to its end. */
export async function findOpenSweep(
  client: MlflowClient,
  experimentId: string,
  identity: SweepIdentity,
): Promise<FoundSweep | undefined> {
  const filter = where
    .tag(runTags.role)
    .eq('sweep')
    .and(where.tag(runTags.state).eq('open'))
    .and(where.tag(runTags.configHash).eq(identity.configHash))
    .and(where.tag(runTags.dataDigest).eq(identity.dataDigest))
    .and(where.tag(runTags.versions).eq(identity.versions));
  const runs = client.runs.search({
    experimentIds: [experimentId],
    filter,
    orderBy: ['attributes.start_time DESC'],
    maxResults: 1,
  });
  for await (const run of runs) {
    const tags = tagsOf(run);
    return {
      sweepId: tags[runTags.sweepId] ?? '',
      experimentId,
      ...startedRun(run.info),
      status: run.info.status,
      owner: tags[runTags.owner],
    };
  }
  return undefined;
}

/** Whether the process of an open sweep is alive, or runs on another host and may be. */
export function isBusy({ status, owner }: FoundSweep): boolean {
  return status === 'RUNNING' && ownerState(owner) !== 'self or gone';
}

/** @throws SweepBusyError */
export function refuseBusy(sweep: FoundSweep): void {
  if (!isBusy(sweep)) return;
  const [host = '', pid = ''] = (sweep.owner ?? '').split('/');
  throw new SweepBusyError(
    `this sweep is already running · process ${pid} on ${host}, run ${sweep.runId} · wait for it, stop it, or start another with --fresh`,
  );
}

/**
 * Takes an open sweep over: its variants that are finished are kept, every other run of it is closed
 * as KILLED. With `abandoned` the sweep itself is closed too, and nothing is kept.
 */
export async function takeOver(
  client: MlflowClient,
  sweep: OpenSweep,
  state: 'open' | 'abandoned',
): Promise<VariantSummary[]> {
  const filter = where.tag(runTags.sweepId).eq(sweep.sweepId);
  const kept: VariantSummary[] = [];
  for await (const run of client.runs.search({ experimentIds: [sweep.experimentId], filter })) {
    const { status, run_id: runId } = run.info;
    const role = tagsOf(run)[runTags.role];
    if (role === 'variant' && status === 'FINISHED') {
      const { variant, metrics, tags } = toVariantRun(run);
      const failedTrials = Number(tags[runTags.failedTrials] ?? 0);
      kept.push({ name: variant, status: 'kept', metrics, failedTrials, runId });
    } else if (role !== 'sweep' && status === 'RUNNING') {
      await client.runs.update(runId, {
        status: 'KILLED',
        endTime: endTimeOf(startedRun(run.info)),
      });
      await abandonModels(client, sweep.experimentId, runId);
    }
  }
  if (state === 'open') {
    await client.runs.setTag(sweep.runId, runTags.owner, ownTag());
    await client.runs.update(sweep.runId, { status: 'RUNNING' });
    return kept;
  }
  await client.runs.setTag(sweep.runId, runTags.state, 'abandoned');
  await client.runs.update(sweep.runId, { status: 'KILLED', endTime: endTimeOf(sweep) });
  return [];
}
