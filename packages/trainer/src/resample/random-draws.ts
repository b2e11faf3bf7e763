/** The draws that resampling makes; `RandomState` of the split room is one such generator. */
export interface RandomDraws {
  /** An integer in [low, high), all equally likely. */
  readonly randint: (low: number, high: number) => number;
  /** A double in [0, 1). */
  readonly randomSample: () => number;
  /** 0 … n − 1 in random order. */
  readonly permutation: (n: number) => Int32Array;
}

/** A fresh generator of a seed: equal seeds give equal draws. */
export type SeededDraws = (seed: number) => RandomDraws;
