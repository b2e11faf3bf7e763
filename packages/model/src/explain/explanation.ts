import type { ExplanationScale } from './contributions.ts';

/** One feature's part in one prediction. */
export interface Reason {
  readonly feature: string;
  /** What the model was given: a number, a level, or null for missing (a level it never saw included). */
  readonly value: number | string | null;
  /** What it adds, on the explanation's scale. */
  readonly contribution: number;
  /** Whether it raises or lowers the prediction. */
  readonly direction: 'up' | 'down';
}

/**
 * Why one row is predicted as it is: `bias + Σ contributions (+ logExposure) = margin`, within 1e-5 (of a prediction
 * above 1, of its size).
 */
export interface Explanation {
  /**
   * In the order of `features`. Of one booster exact TreeSHAP values in units of the margin: log-odds of a
   * binary model, the log of a model with a log link, the value itself of other regressions. Of an
   * ensemble as `Explanations.scale` says.
   */
  readonly contributions: Float64Array;
  readonly bias: number;
  /** Of a model with an exposure, on the scale of the margin; on that of the prediction it is in every part. */
  readonly logExposure?: number;
  /** What bias and contributions add up to: the margin or, on that scale, the prediction before a calibration of the whole. */
  readonly margin: number;
  /** The row's prediction after link and calibration; of a multiclass model that of `label`. */
  readonly prediction: number;
  /** The class that is explained: of a binary model 1, of a multiclass one the likeliest. */
  readonly label?: number;
  /** The features that move it most, strongest first; those that do not are left out. */
  readonly reasons: readonly Reason[];
}

/** Explanations of rows, in their order. */
export interface Explanations {
  readonly features: readonly string[];
  /**
   * `margin` of one booster and of a stack of classifiers; `prediction` (a probability, or the value) of averages,
   * weighted means and stacks of values.
   */
  readonly scale: ExplanationScale;
  readonly rows: readonly Explanation[];
}

export interface ExplainOptions {
  /** Reasons per row. Default 5. */
  readonly top?: number;
}
