/** The test part with what the model makes of it; the arrays are equally long. */
export interface ScoredRows {
  /** 1 for the positive class, 0 for the other. */
  readonly labels: ArrayLike<number>;
  /** Probability of the positive class. */
  readonly scores: Float32Array | Float64Array;
}
