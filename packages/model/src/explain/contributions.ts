/**
 * What each feature adds to the margin of each row: the margin is the bias, plus the row's
 * contributions, plus the log of its exposure.
 */
export interface Contributions {
  /** `rows × features`, row by row. */
  readonly values: Float64Array;
  /** What the model says of a row of which it knows nothing. */
  readonly bias: Float64Array;
  readonly margin: Float64Array;
}
