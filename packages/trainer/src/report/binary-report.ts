import type { ThresholdRule } from '../threshold/index.ts';
import type { ScoredReport } from './scored-report.ts';
import type { ScoredRows } from './scored-rows.ts';

/** What the pictures of a variant of two classes are drawn from. */
export interface BinaryReport extends ScoredReport {
  /** The target's two classes, the negative one first. */
  readonly classes: readonly [negative: string, positive: string];
  readonly test: ScoredRows;
  /** A row is decided positive when its score is greater. */
  readonly threshold: number;
  /** Where the threshold was chosen by a rule: the rule, and the rows that it looked at, scored out of fold. */
  readonly thresholdChoice?: { readonly rule: ThresholdRule; readonly outOfFold: ScoredRows };
  /** Where the scores are calibrated: those of the test part before. */
  readonly uncalibrated?: Float32Array;
}
