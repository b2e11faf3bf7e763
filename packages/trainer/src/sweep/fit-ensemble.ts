import { applyCalibration, combineScores } from '@xgflow/model';
import { Booster } from '@xgflow/xgboost-node';
import type { DMatrix } from '@xgflow/xgboost-node';
import { crossFit, fitCombiner, rowsOfScores } from '../ensemble/index.ts';
import type { MemberScores } from '../ensemble/index.ts';
import type { EnsemblePlan } from './ensemble-plan.ts';
import type { EnsembleResult, MemberFit } from './ensemble-result.ts';
import { planSplit } from './split-plan.ts';
import type { SplitPlan } from './split-plan.ts';
import { decisionMetrics } from './work/decision-metrics.ts';
import { evaluateVariant } from './work/evaluation.ts';
import { judgementOf } from './work/judgement-of.ts';
import { wholeMatrix } from './work/matrices.ts';
import { outOfFold, thresholdOf } from './work/out-of-fold.ts';
import type { Workload } from './work/workload.ts';

/**
 * Fits an ensemble of finished variants: its combiner on their out-of-fold scores, its metrics as a
 * variant's. Its `cv_*` are of cross-fitted combiners: no row is judged by a combiner that has seen it.
 *
 * @param members in the order of the plan
 */
export function fitEnsemble(
  plan: EnsemblePlan,
  members: readonly MemberFit[],
  workload: Workload,
): EnsembleResult {
  const started = performance.now();
  const { labels, task } = workload;
  const split = planSplit(labels, plan.split, task);
  const judged = plan.members.map(({ params }) => judgementOf(task, params));
  const [judgement = { task }] = judged;
  const scores = members.map(({ outOfFold: own }) => own);
  const scored: MemberScores = {
    task,
    labels: outOfFold(split, labels, []).labels,
    outputs: outputsOf(split, scores),
    scores,
    ...deviancePower(plan, judged),
  };
  const combiner = fitCombiner(plan.method, scored);
  const ownOutOfFold = crossFit(plan.method, scored, foldOfRows(split));
  const all = memberPredictions(members, workload);
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
  const seed = plan.members[0]?.search.seed ?? 0;
  const settings = plan.threshold ? { threshold: plan.threshold } : {};
  return {
    name: plan.name,
    plan,
    split,
    members,
    combiner,
    metrics: {
      ...evaluateVariant({ refit: parts, split, labels, judgement: decided, seed }),
      ...decisionMetrics({ refit: parts, split, labels, settings, threshold, outOfFold: found }),
    },
    outOfFold: found,
    ...(threshold ? { threshold } : {}),
    testPredictions: parts.testPredictions,
    seconds: (performance.now() - started) / 1000,
  };
}

/** What each member says of every row of the table. */
function memberPredictions(members: readonly MemberFit[], workload: Workload): Float32Array[] {
  using whole = wholeMatrix(workload);
  return members.map((member) => predictions(member, whole));
}

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

function rowCount({ folds }: SplitPlan): number {
  return folds.reduce((sum, { validation }) => sum + validation.length, 0);
}

function outputsOf(split: SplitPlan, [first]: readonly Float32Array[]): number {
  return (first?.length ?? 0) / rowCount(split);
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
