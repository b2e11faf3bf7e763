/** One feature's part in one prediction. */
export interface Reason {
  readonly feature: string;
  /** What the model was given: a number, a level, or null for missing (a level it never saw included). */
  readonly value: number | string | null;
  /** What it adds to the margin. */
  readonly contribution: number;
  /** Whether it raises or lowers the prediction. */
  readonly direction: 'up' | 'down';
}

/** Why one row is predicted as it is: `bias + Σ contributions (+ logExposure) = margin`, within 1e-5. */
export interface Explanation {
  /**
   * Exact TreeSHAP values in the order of `features`, in units of the margin: log-odds of a binary
   * model, the log of a model with a log link, the value itself of other regressions.
   */
  readonly contributions: Float64Array;
  readonly bias: number;
  /** Only of a model with an exposure. */
  readonly logExposure?: number;
  readonly margin: number;
  /** The row's prediction after link and calibration; of a multiclass model that of `label`. */
  readonly prediction: number;
  /** The class that is explained: of a binary model 1, of a multiclass one the likeliest. */
  readonly label?: number;
  /** The features that move the margin most, strongest first; those that do not move it are left out. */
  readonly reasons: readonly Reason[];
}

/** Explanations of rows, in their order. */
export interface Explanations {
  readonly features: readonly string[];
  readonly rows: readonly Explanation[];
}

export interface ExplainOptions {
  /** Reasons per row. Default 5. */
  readonly top?: number;
}
