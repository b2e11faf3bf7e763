import type { MlflowClient } from '@xgflow/mlflow-client';
import { directionOf } from '../metrics/index.ts';
import { runTags } from '../record/run-tags.ts';
import type { TrialRecord, VariantResult } from '../sweep/result.ts';
import { mean, meanScore, populationStd, rankTrials } from '../sweep/trial-score.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';
import { runName } from './names.ts';

/** Runs written at the same time. */
const atOnce = 8;

export interface TrialRunsTarget {
  readonly client: MlflowClient;
  readonly experimentId: string;
  /** The variant's run. */
  readonly parentRunId: string;
  readonly sweepId: string;
  /** How many of the best to write. */
  readonly count: number;
}

/** Writes the best trials as children of the variant's run, three requests each. */
export async function writeTrialRuns(
  target: TrialRunsTarget,
  plan: VariantPlan,
  result: VariantResult,
): Promise<void> {
  const best = rankTrials(result.trials, directionOf(plan.search.scoring)).slice(0, target.count);
  // A few at a time: when one fails, the many others are not begun.
  for (let from = 0; from < best.length; from += atOnce) {
    const some = best.slice(from, from + atOnce);
    await Promise.all(some.map((trial) => writeTrialRun(target, plan, trial)));
  }
}

async function writeTrialRun(
  target: TrialRunsTarget,
  plan: VariantPlan,
  trial: TrialRecord,
): Promise<void> {
  const { client, experimentId, parentRunId, sweepId } = target;
  const endTime = Date.now();
  const { info } = await client.runs.create({
    experimentId,
    runName: runName.trial(plan.name, trial.index),
    startTime: endTime - Math.round(trial.seconds * 1000),
    tags: {
      'mlflow.parentRunId': parentRunId,
      [runTags.role]: 'trial',
      [runTags.sweepId]: sweepId,
      [runTags.variant]: plan.name,
      [runTags.trial]: String(trial.index),
    },
  });
  const { scoring } = plan.search;
  const metrics = {
    [`cv_${scoring}`]: meanScore(trial),
    [`cv_${scoring}_std`]: populationStd(trial.foldScores),
    mean_rounds: mean(trial.foldRounds),
    seconds: trial.seconds,
  };
  await client.runs.logBatch(info.run_id, {
    params: trial.params,
    metrics: Object.entries(metrics).map(([key, value]) => ({
      key,
      value,
      step: 0,
      timestamp: endTime,
    })),
    together: true,
  });
  await client.runs.update(info.run_id, { status: 'FINISHED', endTime });
}
