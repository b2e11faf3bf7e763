import { applyCalibration, combineScores } from '@xgflow/model';
import type { Combiner } from '@xgflow/model';
import { Booster } from '@xgflow/xgboost-node';
import type { DMatrix } from '@xgflow/xgboost-node';
import { crossFit, fitCombiner, rowsOfScores } from '../../ensemble/index.ts';
import type { MemberScores } from '../../ensemble/index.ts';
import type { ChosenThreshold } from '../../threshold/index.ts';
import type { EnsemblePlan } from '../ensemble-plan.ts';
import type { MemberFit } from '../member-fit.ts';
import type { Resamples, VariantMetrics } from '../result.ts';
import type { SplitPlan } from '../split-plan.ts';
import { decisionMetrics } from './decision-metrics.ts';
import { evaluateVariant } from './evaluation.ts';
import { judgementOf } from './judgement-of.ts';
import { outOfFold, thresholdOf } from './out-of-fold.ts';
import type { OutOfFold } from './out-of-fold.ts';
import type { Workload } from './workload.ts';

/** What an ensemble comes to. */
export interface FittedEnsemble {
  readonly combiner: Combiner;
  readonly metrics: VariantMetrics;
  readonly resamples: Resamples;
  /** Each row by a combiner that was fitted on the other folds. */
  readonly outOfFold: OutOfFold;
  /** Where a rule chose it, on `outOfFold` alone. */
  readonly threshold?: ChosenThreshold;
  /** In the order of `split.testRows`. */
  readonly testPredictions: Float32Array;
}

/**
 * Fits an ensemble of finished variants: its combiner on their out-of-fold scores, its metrics as a
 * variant's. Its `cv_*` are of cross-fitted combiners: no row is judged by a combiner that has seen it.
 *
 * @param members in the order of the plan
 * @param whole the whole table
 */
export function fitEnsemble(
  {
    plan,
    members,
    split,
  }: {
    readonly plan: EnsemblePlan;
    readonly members: readonly MemberFit[];
    readonly split: SplitPlan;
  },
  workload: Workload,
  whole: DMatrix,
): FittedEnsemble {
  const { labels, task } = workload;
  const judged = plan.members.map(({ params }) => judgementOf(task, params));
  const [judgement = { task }] = judged;
  const scores = members.map(({ outOfFold: own }) => own);
  const scored: MemberScores = {
    task,
    labels: outOfFold(split, labels, []).labels,
    outputs: outputsOf(split, members),
    scores,
    ...deviancePower(plan, judged),
  };
  const combiner = fitCombiner(plan.method, scored);
  const ownOutOfFold = crossFit(plan.method, scored, foldOfRows(split));
  const all = members.map((member) => predictions(member, whole));
  const combined = combineScores(combiner, task, all, scored.outputs);
  const parts = {
    trainPredictions: rowsOfScores(combined, split.trainRows, scored.outputs),
    testPredictions: rowsOfScores(combined, split.testRows, scored.outputs),
    folds: foldParts(split, ownOutOfFold, scored.outputs),
  };
  const found = { labels: scored.labels, scores: ownOutOfFold };
  const threshold = thresholdOf(plan.threshold, found);
  const decided =
    judgement.task === 'binary' && threshold
      ? { ...judgement, threshold: threshold.threshold }
      : judgement;
  const settings = plan.threshold ? { threshold: plan.threshold } : {};
  const { seed } = plan.split;
  const { metrics, resamples } = evaluateVariant({
    ...{ refit: parts, split, labels, judgement: decided, seed },
  });
  return {
    combiner,
    metrics: {
      ...metrics,
      ...decisionMetrics({ refit: parts, split, labels, settings, threshold, outOfFold: found }),
    },
    resamples,
    outOfFold: found,
    ...(threshold ? { threshold } : {}),
    testPredictions: parts.testPredictions,
  };
}

/** What a member says of every row of the table. */
function predictions({ calibration, model }: MemberFit, data: DMatrix): Float32Array {
  using booster = Booster.fromBuffer(model);
  const { values } = booster.predict(data);
  return calibration ? applyCalibration(calibration, values) : values;
}

/** The deviance decides on weights where variants are compared by it and agree on what it is. */
function deviancePower(
  { members }: EnsemblePlan,
  judged: readonly ReturnType<typeof judgementOf>[],
): { deviancePower?: number } {
  const powers = new Set(
    judged.map((one) => (one.task === 'regression' ? one.deviancePower : undefined)),
  );
  const [power] = powers;
  const byDeviance = members.every(({ search }) => search.scoring === 'deviance');
  return byDeviance && powers.size === 1 && power !== undefined ? { deviancePower: power } : {};
}

/** How many numbers a row each member gives. @throws {RangeError} when the scores are not of the split's rows */
function outputsOf({ folds }: SplitPlan, members: readonly MemberFit[]): number {
  const rows = folds.reduce((sum, { validation }) => sum + validation.length, 0);
  const outputs = Math.max(1, Math.floor((members[0]?.outOfFold.length ?? 0) / rows));
  const odd = members.find(({ outOfFold: { length } }) => length !== rows * outputs);
  if (!odd) return outputs;
  throw new RangeError(
    `${odd.outOfFold.length} out-of-fold scores for ${rows} rows · variant ${odd.name} · run the sweep again with --fresh`,
  );
}

/** The fold of each out-of-fold row; they stand fold after fold. */
function foldOfRows({ folds }: SplitPlan): Int32Array {
  return Int32Array.from(
    folds.flatMap(({ validation }, fold) => Array.from(validation, () => fold)),
  );
}

function foldParts(
  { folds }: SplitPlan,
  scores: Float32Array,
  outputs: number,
): { readonly predictions: Float32Array }[] {
  let from = 0;
  return folds.map(({ validation }) => {
    const own = scores.slice(from, from + validation.length * outputs);
    from += own.length;
    return { predictions: own };
  });
}
