/**
 * What contributions are parts of: the model's `margin` (log-odds of a binary model, the log of a
 * model with a log link), or its `prediction` itself, before a calibration of the whole.
 */
export type ExplanationScale = 'margin' | 'prediction';

/**
 * What each feature adds to one output of each row, on the scorer's scale. The sum is the bias, plus
 * the row's contributions, plus, on the scale of the margin, the log of its exposure.
 */
export interface Contributions {
  /** `rows × features`, row by row. */
  readonly values: Float64Array;
  /** What the model says of a row of which it knows nothing. */
  readonly bias: Float64Array;
  /** What they add up to. */
  readonly margin: Float64Array;
}

/** What each feature adds to every margin of a booster, which has one or, of several classes, one each. */
export interface OutputContributions {
  readonly outputs: number;
  /** `rows × outputs × features`. */
  readonly values: Float64Array;
  /** `rows × outputs`. */
  readonly bias: Float64Array;
  /** `rows × outputs`, the log of the exposure included. */
  readonly margin: Float64Array;
}
