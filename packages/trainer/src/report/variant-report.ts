import type { FittedReport } from './fitted-report.ts';
import type { ScoredRows } from './scored-rows.ts';

/** What the pictures of a variant of two classes are drawn from. */
export interface VariantReport extends FittedReport {
  /** The target's two classes, the negative one first. */
  readonly classes: readonly [negative: string, positive: string];
  readonly test: ScoredRows;
}
