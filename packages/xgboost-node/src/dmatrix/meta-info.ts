import type { NumericArray } from '../capi/index.ts';

/** Numbers; anything but a Float32Array is rounded to float32, as the library stores it. */
export type Vector = NumericArray | readonly number[];

/** What a DMatrix carries besides its columns. */
export interface MetaInfo {
  /** One finite number per row; with `targets` so many, row by row. */
  label?: Vector;
  /** Labels of a row, when a model learns several at once. Default 1. */
  targets?: number;
  /** One finite number ≥ 0 per row; with `qid` one per query. */
  weight?: Vector;
  /** Margin to start from: one per row, or `rows × outputs` row by row. */
  baseMargin?: Vector;
  /** For ranking: the query of each row, a whole number from 0 to 2³² − 1; rows of one query stand together, in rising order. */
  qid?: Vector;
  /** For survival:aft: the time from which on the event may have been, one per row. */
  labelLowerBound?: Vector;
  /** For survival:aft: the time until which it was, one per row; Infinity where it was not seen. */
  labelUpperBound?: Vector;
  /** How likely each column is drawn by the colsample parameters: one finite number ≥ 0 per column. */
  featureWeights?: Vector;
}
