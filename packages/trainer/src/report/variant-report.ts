import type { ScoredRows } from './scored-rows.ts';

/** What a variant's pictures are drawn from. */
export interface VariantReport {
  readonly variant: string;
  /** Name of the target column. */
  readonly target: string;
  /** The target's two classes, the negative one first. */
  readonly classes: readonly [negative: string, positive: string];
  readonly test: ScoredRows;
  /** `test_roc_auc` and others by name. */
  readonly metrics: Readonly<Record<string, number>>;
  /** `train-auc`, `cv-auc` …, one value a round. */
  readonly curves: Readonly<Record<string, readonly number[]>>;
  /** Rounds of the fitted model. */
  readonly rounds: number;
  /** Gain by feature. */
  readonly gain: ReadonlyMap<string, number>;
  /** Mean |SHAP| by feature in log-odds, over the first `rows` of the test part. */
  readonly shap: { readonly rows: number; readonly meanAbs: ReadonlyMap<string, number> };
}
