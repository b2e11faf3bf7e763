import type { Calibration, Combiner } from '@xgflow/model';
import type { ChosenThreshold } from '../threshold/index.ts';
import type { EnsemblePlan } from './ensemble-plan.ts';
import type { VariantMetrics } from './result.ts';
import type { SplitPlan } from './split-plan.ts';
import type { OutOfFold } from './work/out-of-fold.ts';

/** A finished variant, as far as an ensemble needs it. */
export interface MemberFit {
  readonly name: string;
  /** UBJSON. */
  readonly model: Uint8Array;
  readonly calibration?: Calibration;
  /** Of the training part, fold after fold; calibrated where the variant is. */
  readonly outOfFold: Float32Array;
  /** Its run in MLflow. */
  readonly runId?: string;
}

/** An ensemble whose combiner is fitted. */
export interface EnsembleResult {
  readonly name: string;
  readonly plan: EnsemblePlan;
  readonly split: SplitPlan;
  readonly members: readonly MemberFit[];
  readonly combiner: Combiner;
  readonly metrics: VariantMetrics;
  /** Each row by a combiner that was fitted on the other folds. */
  readonly outOfFold: OutOfFold;
  /** Where a rule chose it, on `outOfFold` alone. */
  readonly threshold?: ChosenThreshold;
  /** In the order of `split.testRows`. */
  readonly testPredictions: Float32Array;
  /** Wall time in seconds. */
  readonly seconds: number;
}
