import { tagsOf, where } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { runTags } from '../record/run-tags.ts';
import type { SweepIdentity } from '../sweep/identity.ts';
import { startedRun } from './end-time.ts';
import type { StartedRun } from './end-time.ts';
import { ownerState } from './owner.ts';
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
  /** Why it stopped, where an error stopped it. */
  readonly error: string | undefined;
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
      error: tags[runTags.error],
    };
  }
  return undefined;
}

/**
 * Whether the process of an open sweep is alive, or runs on another host and may be.
 *
 * @param elsewhereIsGone whether one on another host is known to be gone. Default false
 */
export function isBusy({ status, owner }: FoundSweep, elsewhereIsGone = false): boolean {
  const state = ownerState(owner);
  if (status !== 'RUNNING' || state === 'self or gone') return false;
  return state === 'alive' || !elsewhereIsGone;
}

/** @throws SweepBusyError, as {@link isBusy} says */
export function refuseBusy(sweep: FoundSweep, elsewhereIsGone = false): void {
  if (!isBusy(sweep, elsewhereIsGone)) return;
  const isElsewhere = ownerState(sweep.owner) === 'on another host';
  const advice = isElsewhere
    ? 'wait for it, stop it, or go on with --take-over if it is gone'
    : 'wait for it, stop it, or start another with --fresh';
  throw new SweepBusyError(`this sweep is already running · ${whoWrites(sweep)} · ${advice}`);
}

/** The process that writes a sweep, for people. */
export function whoWrites({ owner = '', runId }: Pick<FoundSweep, 'owner' | 'runId'>): string {
  const [host = '', pid = ''] = owner.split('/');
  return `process ${pid} on ${host}, run ${runId}`;
}
