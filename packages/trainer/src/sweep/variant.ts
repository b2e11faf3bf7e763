import { directionOf } from '../metrics/index.ts';
import { randomSearch } from '../search/index.ts';
import type { Trial } from '../search/index.ts';
import { learningCurves } from './curves.ts';
import { fitParams } from './fit-params.ts';
import type { TrialRecord, VariantResult } from './result.ts';
import { JobError } from './runner/job-error.ts';
import type { Runner } from './runner/runner.ts';
import type { SplitPlan } from './split-plan.ts';
import type { FittedVariant } from './work/job.ts';
import { bestScore, meanScore, rankTrials } from './trial-score.ts';
import type { VariantPlan } from './variant-plan.ts';
import { AllTrialsFailedError } from './all-trials-failed-error.ts';

export interface VariantSearch {
  readonly plan: VariantPlan;
  readonly split: SplitPlan;
  readonly runner: Runner;
  /** Trials done in an earlier, interrupted run of the same sweep. */
  readonly done: ReadonlyMap<number, TrialRecord>;
  readonly onStart: (progress: { trials: number; done: number; best: number | undefined }) => void;
  /** Called once a trial, in the order of their ends; awaited, so a journal can be durable. */
  readonly onTrial: (trial: TrialRecord, best: number | undefined) => Promise<void>;
  readonly signal?: AbortSignal;
}

/**
 * One variant: its random search over the folds of the training part, the refit of the winner, its
 * metrics. The result depends on the plan and the data alone, not on concurrency or interruptions.
 *
 * @throws AllTrialsFailedError · JobError when the refit fails · the signal's reason when aborted
 */
export async function runVariant(run: VariantSearch): Promise<VariantResult> {
  const { plan, split, runner } = run;
  runner.addSplit(split);
  const trials = await searchTrials(run);
  const [best] = rankTrials(trials, directionOf(plan.search.scoring));
  if (!best) throw new AllTrialsFailedError(plan.name, trials);
  const job = trialJob(run, best.params);
  const refit = await runner.run({ ...job, kind: 'refit', seed: plan.split.seed }, run.signal);
  return {
    name: plan.name,
    splitSettings: plan.split,
    split,
    trials,
    best,
    fit: { params: job.fit.params, rounds: refit.rounds },
    metrics: refit.metrics,
    resamples: refit.resamples,
    curves: learningCurves(
      refit.history,
      refit.folds.map((fold) => fold.history),
    ),
    importance: refit.importance,
    shap: refit.shap,
    testPredictions: refit.testPredictions,
    outOfFold: refit.outOfFold,
    ...decided(refit),
    model: refit.model,
  };
}

/** What a calibration and a rule for the threshold came to, where there are such. */
function decided({
  calibration,
  threshold,
  uncalibratedTestPredictions,
}: FittedVariant): Partial<VariantResult> {
  return {
    ...(calibration ? { calibration } : {}),
    ...(threshold ? { threshold } : {}),
    ...(uncalibratedTestPredictions ? { uncalibratedTestPredictions } : {}),
  };
}

async function searchTrials(run: VariantSearch): Promise<TrialRecord[]> {
  const { plan, runner, done } = run;
  const drawn = randomSearch(plan.space, plan.search);
  const records = new Map(drawn.flatMap(({ index }) => [[index, done.get(index)] as const]));
  const open = drawn.filter(({ index }) => !done.has(index));
  const finished = (): TrialRecord[] =>
    [...records.values()].filter((record) => record !== undefined);
  const direction = directionOf(plan.search.scoring);
  let best = bestScore(finished().map(meanScore), direction);
  run.onStart({ trials: drawn.length, done: done.size, best });
  const worker = async (): Promise<void> => {
    for (let trial = open.shift(); trial; trial = open.shift()) {
      const record = await runTrial(run, trial);
      records.set(trial.index, record);
      best = bestScore([best ?? NaN, meanScore(record)], direction);
      await run.onTrial(record, best);
    }
  };
  const stopOthers = (error: unknown): never => {
    open.length = 0;
    throw error;
  };
  await Promise.all(Array.from({ length: runner.concurrency }, () => worker().catch(stopOthers)));
  return finished();
}

async function runTrial(run: VariantSearch, { index, params }: Trial): Promise<TrialRecord> {
  const started = performance.now();
  try {
    const outcome = await run.runner.run({ ...trialJob(run, params), kind: 'trial' }, run.signal);
    return { index, params, ...outcome };
  } catch (error) {
    if (!(error instanceof JobError)) throw error;
    const seconds = (performance.now() - started) / 1000;
    return { index, params, foldScores: [], foldRounds: [], seconds, error: error.message };
  }
}

function trialJob({ plan, split }: VariantSearch, drawn: TrialRecord['params']) {
  const { scoring, earlyStopping, seed } = plan.search;
  const { calibration, threshold } = plan;
  return {
    splitKey: split.key,
    treatment: plan.treatment,
    fit: fitParams(plan.params, drawn, seed),
    settings: {
      scoring,
      ...(earlyStopping ? { earlyStopping } : {}),
      ...(calibration ? { calibration } : {}),
      ...(threshold ? { threshold } : {}),
    },
  };
}
