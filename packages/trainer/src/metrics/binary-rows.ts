/** Rows to evaluate; the arrays are equally long. */
export interface BinaryRows {
  /** 1 for the positive class, 0 for the other. */
  readonly labels: ArrayLike<number>;
  /** Score of the positive class. */
  readonly scores: Float32Array | Float64Array;
  /** A row is decided positive when its score is greater. */
  readonly threshold: number;
  /** How often each row counts; undefined means once. */
  readonly weights: Int32Array | undefined;
}
