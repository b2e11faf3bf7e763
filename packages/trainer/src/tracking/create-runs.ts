import { contextTags } from '@xgflow/mlflow-client';
import type { Run } from '@xgflow/mlflow-client';
import { runTags } from '../record/run-tags.ts';
import { sweepFileName } from '../record/sweep-file-place.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import { startedRun } from './end-time.ts';
import type { MlflowTrackerOptions } from './mlflow-tracker-options.ts';
import { newSweepId, runName } from './names.ts';
import type { OpenSweep } from './open-sweep.ts';
import { ownTag } from './owner.ts';

/** What the runs of a sweep are made with. */
export interface RunContext extends MlflowTrackerOptions {
  readonly prepared: PreparedSweep;
  readonly sweepId: string;
  readonly experimentId: string;
}

/** Makes the run of a new sweep, under an id of its own. */
export async function createSweepRun(
  prepared: PreparedSweep,
  options: MlflowTrackerOptions,
  experimentId: string,
): Promise<OpenSweep> {
  const sweepId = newSweepId(new Date());
  const { info } = await options.client.runs.create({
    experimentId,
    runName: runName.sweep(sweepId),
    tags: {
      ...(await commonTags({ ...options, prepared, sweepId, experimentId })),
      [runTags.role]: 'sweep',
      [runTags.state]: 'open',
    },
  });
  return { sweepId, experimentId, ...startedRun(info) };
}

/**
 * Makes the run of a variant or an ensemble below the sweep's.
 *
 * @param tags what it has besides
 */
export async function createVariantRun(
  context: RunContext,
  sweepRunId: string,
  name: string,
  tags: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return context.client.runs.create({
    experimentId: context.experimentId,
    runName: runName.variant(name),
    tags: {
      ...(await commonTags(context)),
      'mlflow.parentRunId': sweepRunId,
      [runTags.role]: 'variant',
      [runTags.variant]: name,
      [runTags.modelName]: context.prepared.config.model.name,
      ...tags,
    },
  });
}

/** What a run comes from: MLflow's own tags of user, source and git, as its Python client sets them, and ours. */
async function commonTags({
  prepared: { configPath, identity, target },
  directory,
  sweepId,
}: RunContext): Promise<Record<string, string>> {
  return {
    ...(await contextTags({ sourceName: sweepFileName(configPath, directory), directory })),
    [runTags.sweepId]: sweepId,
    [runTags.task]: target.task,
    [runTags.configHash]: identity.configHash,
    [runTags.dataDigest]: identity.dataDigest,
    [runTags.versions]: identity.versions,
    [runTags.owner]: ownTag(),
  };
}
