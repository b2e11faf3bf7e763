import type { Calibration } from '@xgflow/model';
import type { MetricName } from '../metrics/index.ts';
import type { ChosenThreshold } from '../threshold/index.ts';
import type { DrawnParams, FitParams } from './fit-params.ts';
import type { SplitPlan, SplitSettings } from './split-plan.ts';
import type { MeanAbsShap } from './work/mean-abs-shap.ts';
import type { OutOfFold } from './work/out-of-fold.ts';

/** One trial of the search, done or failed. */
export interface TrialRecord {
  /** Position in the search, from 0: with the seed it names the draw. */
  readonly index: number;
  readonly params: DrawnParams;
  readonly foldScores: readonly number[];
  readonly foldRounds: readonly number[];
  /** Wall time in seconds. */
  readonly seconds: number;
  /** Why it has no scores. */
  readonly error?: string;
}

/** Metric name → value; `train_*`, `cv_*` (mean over folds), `cv_*_std`, `test_*`, `test_*_ci_low/high`. */
export type VariantMetrics = Readonly<Record<string, number>>;

/** Metric → its values, one a resample. With equal seeds and test rows they pair with those of another model. */
export type Resamples = Readonly<Partial<Record<MetricName, Float64Array>>>;

/** A variant whose search has ended and whose model is fitted. */
export interface VariantResult {
  readonly name: string;
  readonly splitSettings: SplitSettings;
  readonly split: SplitPlan;
  readonly trials: readonly TrialRecord[];
  readonly best: TrialRecord;
  /** What the model was fitted with. */
  readonly fit: FitParams;
  readonly metrics: VariantMetrics;
  readonly resamples: Resamples;
  /** `train-auc` (refit) and `cv-auc` (mean of the folds still running) …, one value a round. */
  readonly curves: Readonly<Record<string, readonly number[]>>;
  /** Gain by feature. */
  readonly importance: ReadonlyMap<string, number>;
  readonly shap: MeanAbsShap;
  /** Probability of the positive class, of each class in turn, or value, in the order of `split.testRows`. */
  readonly testPredictions: Float32Array;
  /** The same before the calibration, where there is one. */
  readonly uncalibratedTestPredictions?: Float32Array;
  readonly calibration?: Calibration;
  /** Where a rule chose it, on `outOfFold` alone. */
  readonly threshold?: ChosenThreshold;
  /** The training part as the folds' models score it. */
  readonly outOfFold: OutOfFold;
  /** UBJSON. */
  readonly model: Uint8Array;
}

/** What is known of a variant at the end of a sweep, whether it ran now or before. */
export interface VariantSummary {
  readonly name: string;
  readonly status: 'finished' | 'kept' | 'failed';
  readonly metrics: VariantMetrics;
  readonly failedTrials: number;
  readonly runId?: string;
  /** What could not be recorded, though the variant is whole: a picture that could not be drawn. */
  readonly warnings?: readonly string[];
  readonly url?: string;
  readonly error?: string;
}
