/** Values, what is predicted of them, and how much was at risk; the arrays are equally long. */
export interface PredictedValues {
  readonly labels: ArrayLike<number>;
  readonly scores: Float32Array | Float64Array;
  /** Undefined: every row counts the same. */
  readonly exposure?: Float64Array | undefined;
}
