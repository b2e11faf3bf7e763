import { tagsOf, where } from '@xgflow/mlflow-client';
import type { MlflowClient, Run } from '@xgflow/mlflow-client';
import { TrainerError } from '../errors/trainer-error.ts';
import { runTags } from '../record/run-tags.ts';
import { toVariantRun } from '../record/variant-run.ts';
import type { SweepIdentity } from '../sweep/identity.ts';
import type { VariantSummary } from '../sweep/result.ts';
import { ownTag, ownerState } from './owner.ts';

/** The same sweep is being run by somebody else. */
export class SweepBusyError extends TrainerError {
  override readonly name = 'SweepBusyError';
}

export interface OpenSweep {
  readonly sweepId: string;
  readonly experimentId: string;
  readonly runId: string;
}

/**
 * The latest sweep of this identity that did not come to its end.
 *
 * @throws SweepBusyError when its process is alive, or runs on another host and may be
 */
export async function findOpenSweep(
  client: MlflowClient,
  experimentId: string,
  identity: SweepIdentity,
): Promise<OpenSweep | undefined> {
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
    refuseBusy(run, tags[runTags.owner]);
    return { sweepId: tags[runTags.sweepId] ?? '', experimentId, runId: run.info.run_id };
  }
  return undefined;
}

function refuseBusy({ info }: Run, owner: string | undefined): void {
  if (info.status !== 'RUNNING') return;
  const state = ownerState(owner);
  if (state === 'self or gone') return;
  const [host = '', pid = ''] = (owner ?? '').split('/');
  throw new SweepBusyError(
    `this sweep is already running · process ${pid} on ${host}, run ${info.run_id} · wait for it, stop it, or start another with --fresh`,
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
      const { variant, metrics } = toVariantRun(run);
      kept.push({ name: variant, status: 'kept', metrics, failedTrials: 0, runId });
    } else if (role !== 'sweep' && status === 'RUNNING') {
      await client.runs.update(runId, { status: 'KILLED', endTime: Date.now() });
    }
  }
  if (state === 'open') {
    await client.runs.setTag(sweep.runId, runTags.owner, ownTag());
    await client.runs.update(sweep.runId, { status: 'RUNNING' });
    return kept;
  }
  await client.runs.setTag(sweep.runId, runTags.state, 'abandoned');
  await client.runs.update(sweep.runId, { status: 'KILLED', endTime: Date.now() });
  return [];
}
