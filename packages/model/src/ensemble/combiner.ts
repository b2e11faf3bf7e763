/** How an ensemble makes one prediction of those of its members. */
export type Combiner =
  /** The mean of the members' predictions, or one with weights that are not negative and sum to 1. */
  | { readonly method: 'average' | 'weighted'; readonly weights: readonly number[] }
  /**
   * A linear model of the members' logits (binary), log-probabilities (multiclass: of the first
   * member's classes, then the second's …) or values (regression): one row of coefficients per
   * output.
   */
  | {
      readonly method: 'stacked';
      readonly intercepts: readonly number[];
      readonly coefficients: readonly (readonly number[])[];
    };
