import { chooseThreshold } from '../../threshold/index.ts';
import type { ChosenThreshold, ThresholdRule } from '../../threshold/index.ts';
import type { SplitPlan } from '../split-plan.ts';
import { labelsOf } from './labels-of.ts';

/** Rows of the training part, each scored by the fold's model that did not see it; fold after fold. */
export interface OutOfFold {
  readonly labels: Float64Array;
  readonly scores: Float32Array;
}

/** @param folds predictions of each fold's validation part */
export function outOfFold(
  split: SplitPlan,
  labels: Float64Array,
  folds: readonly { readonly predictions: Float32Array }[],
): OutOfFold {
  const rows = split.folds.flatMap(({ validation }) => [...validation]);
  return {
    labels: labelsOf(Int32Array.from(rows), labels),
    scores: Float32Array.from(folds.flatMap(({ predictions }) => [...predictions])),
  };
}

/** The threshold of a variant, chosen on what its folds' models say; undefined where nothing chooses one. */
export function thresholdOf(
  rule: ThresholdRule | undefined,
  { labels, scores }: OutOfFold,
): ChosenThreshold | undefined {
  return rule && chooseThreshold(rule, labels, scores);
}
