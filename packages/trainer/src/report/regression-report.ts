import type { ScoredReport } from './scored-report.ts';
import type { PredictedValues } from './predicted-values.ts';

/** What the pictures of a regression are drawn from. */
export interface RegressionReport extends ScoredReport {
  readonly test: PredictedValues;
  /** Share of the targets that a prediction is meant to exceed, where the objective is a quantile. */
  readonly quantile?: number | undefined;
}
