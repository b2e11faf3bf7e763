import type { ScoredReport } from './scored-report.ts';

/** What the pictures of a variant of several classes are drawn from. */
export interface MulticlassReport extends ScoredReport {
  /** By code. */
  readonly classes: readonly string[];
  readonly test: {
    /** Class codes. */
    readonly labels: ArrayLike<number>;
    /** Probability of each class, row by row. */
    readonly scores: Float32Array | Float64Array;
  };
}
