import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileDigest, parseSource, UnreadableFileError } from '@xgflow/data';
import { paramString } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { placeOf } from '../config/index.ts';
import type { LoadedSweepConfig } from '../config/index.ts';
import { runTags } from '../record/run-tags.ts';
import { recordedSourceDirectory } from '../record/sweep-file-place.ts';
import { variantParams } from '../record/variant-params.ts';
import type { VariantRun } from '../record/variant-run.ts';
import { isPulled } from '../source/index.ts';
import { prepareSweep } from '../sweep/prepare.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantResult } from '../sweep/result.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';
import { ChangedDataError } from './changed-data-error.ts';
import { conditionDifferences, conditionsHere } from './conditions.ts';
import { isDecisive } from './difference.ts';
import type { Difference } from './difference.ts';
import { NotReproducibleError } from './not-reproducible-error.ts';
import { outcomeDifferences } from './outcome-differences.ts';
import type { Outcome } from './outcome-differences.ts';
import { readRecordedVariant } from './recorded-variant.ts';
import type { RecordedVariant } from './recorded-variant.ts';
import { rerunVariant } from './rerun-variant.ts';
import { storedModelDifferences } from './stored-model.ts';

export interface ReproduceOptions {
  /** The run of a finished variant. */
  readonly runId: string;
  /** Where relative paths start: the table that sweep.json names, the git state. Absolute. */
  readonly directory: string;
  /** The table. Default: the one that sweep.json names; of a pull, its snapshot where it is kept. */
  readonly data?: string | undefined;
  /** The directory of local state, where snapshots are. Default: `.xgflow` in `directory`. */
  readonly home?: string | undefined;
  /** Run every trial again, not just the winner. Default false. */
  readonly search?: boolean;
  /** Trials at the same time with `search`; the result does not depend on it. Default 1. */
  readonly concurrency?: number;
  /** Largest absolute difference of scores and metrics that is none. Default 0: equal to the last bit. */
  readonly tolerance?: number;
  /** Called before anything is run, with what is not as it was. */
  readonly onStart?: (start: {
    readonly run: VariantRun;
    readonly trials: number;
    readonly conditions: readonly Difference[];
  }) => void;
  readonly onTrial?: () => void;
  readonly signal?: AbortSignal;
}

export interface Reproduction {
  readonly run: VariantRun;
  /** No decisive difference. */
  readonly reproduced: boolean;
  /** Conditions first, then what the rerun came to. */
  readonly differences: readonly Difference[];
  /** What was compared. */
  readonly compared: {
    readonly trials: number;
    readonly params: number;
    readonly metrics: number;
    readonly bestTrial: number;
    readonly modelDigest: string;
    /** In bytes. */
    readonly modelSize: number;
  };
}

/**
 * Runs a variant again from what MLflow holds of it, and compares. Nothing is written.
 *
 * @throws NotReproducibleError · ChangedDataError · DataError, CheckFailedError, TargetError of the table ·
 *   AllTrialsFailedError · JobError · MlflowError · the signal's reason when aborted
 */
export async function reproduceVariant(
  client: MlflowClient,
  options: ReproduceOptions,
): Promise<Reproduction> {
  const { directory, runId, search = false, tolerance = 0 } = options;
  const recorded = await readRecordedVariant(client, runId);
  const { run } = recorded;
  const prepared = await prepareAgain(recorded, options);
  const plan = planOf(prepared, run);
  const conditions = [
    ...conditionDifferences(run.tags, await conditionsHere(prepared.identity, directory)),
    ...(await storedModelDifferences(client, run)),
  ];
  const { result, rerun } = await rerunVariant(prepared, plan, {
    ...options,
    recorded,
    search,
    onStart: (trials) => options.onStart?.({ run, trials, conditions }),
  });
  const now = outcomeOf(plan, result, rerun);
  const before = { ...recorded, params: run.params, metrics: run.metrics };
  const differences = [...conditions, ...outcomeDifferences(before, now, tolerance)];
  return {
    run,
    reproduced: !differences.some((difference) => isDecisive(difference, tolerance)),
    differences,
    compared: {
      trials: now.trials.length,
      params: Object.keys(now.params).length,
      metrics: Object.keys(now.metrics).length,
      bestTrial: now.bestTrial,
      modelDigest: now.modelDigest,
      modelSize: result.model.length,
    },
  };
}

async function prepareAgain(
  { config, run }: RecordedVariant,
  { data, directory, home = path.join(directory, '.xgflow'), signal }: ReproduceOptions,
): Promise<PreparedSweep> {
  const recorded = run.tags[runTags.dataDigest] ?? '';
  const loaded = await locate({ config, run }, data, directory);
  const { sourcePath } = loaded;
  try {
    return await prepareSweep(loaded, { home, recorded, fresh: true, signal });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof UnreadableFileError && data === undefined) {
      throw new NotReproducibleError(
        `the table of run ${run.runId} is not here · ${sourcePath} (${error.code}) · name it with --data`,
        run.runId,
        { cause: error },
      );
    }
    if (isPulled({ ...loaded, query: config.query })) throw error;
    const now = await fileDigest(sourcePath).catch(() => recorded);
    if (now === recorded || !(error instanceof Error)) throw error;
    throw new ChangedDataError(sourcePath, { recorded, now }, error);
  }
}

/** The table of a recorded sweep file: its source, or what `--data` names; for a pull that may be a snapshot. */
async function locate(
  { config, run }: Pick<RecordedVariant, 'config' | 'run'>,
  data: string | undefined,
  directory: string,
): Promise<LoadedSweepConfig> {
  const beside = await recordedSourceDirectory(run.tags, directory);
  const recorded = parseSource(config.source, { directory: beside });
  const location = data === undefined ? recorded : parseSource(data, { directory });
  const isSnapshot =
    location.kind === 'parquet' &&
    data !== undefined &&
    isPulled({ ...config, location: recorded });
  return {
    config,
    location,
    sourcePath: placeOf(location),
    path: 'sweep.json',
    text: '',
    ...(isSnapshot ? { snapshot: location.path } : {}),
  };
}

function planOf({ plans }: PreparedSweep, { runId, variant }: VariantRun): VariantPlan {
  const plan = plans.find(({ name }) => name === variant);
  if (plan) return plan;
  throw new NotReproducibleError(
    `sweep.json has no variant ${variant} · run ${runId} · it was changed after the sweep`,
    runId,
  );
}

function outcomeOf(plan: VariantPlan, result: VariantResult, rerun: Outcome['trials']): Outcome {
  const params = Object.entries(variantParams(plan, result));
  const curves = Object.entries(result.curves).map(([key, values]) => [key, values.at(-1) ?? NaN]);
  return {
    params: Object.fromEntries(params.map(([key, value]) => [key, paramString(value)])),
    trials: rerun,
    bestTrial: result.best.index,
    metrics: { ...result.metrics, ...(Object.fromEntries(curves) as Record<string, number>) },
    modelDigest: createHash('sha256').update(result.model).digest('hex'),
  };
}
