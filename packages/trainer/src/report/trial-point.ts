import type { ParamValue } from '../search/index.ts';

/** A finished trial as the sweep's pictures need it. */
export interface TrialPoint {
  readonly variant: string;
  /** Position in its search, from 0. */
  readonly index: number;
  /** Mean score over the folds; NaN for a failed trial. */
  readonly score: number;
  readonly params: Readonly<Record<string, ParamValue>>;
}
