/** What the pictures of every task are drawn from. */
export interface FittedReport {
  readonly variant: string;
  /** Name of the target column. */
  readonly target: string;
  /** `test_roc_auc` and others by name. */
  readonly metrics: Readonly<Record<string, number>>;
  /** `train-auc`, `cv-auc` …, one value a round. */
  readonly curves: Readonly<Record<string, readonly number[]>>;
  /** Rounds of the fitted model. */
  readonly rounds: number;
  /** Gain by feature. */
  readonly gain: ReadonlyMap<string, number>;
  /** Mean |SHAP| by feature in units of the margin, over the first `rows` of the test part. */
  readonly shap: { readonly rows: number; readonly meanAbs: ReadonlyMap<string, number> };
  /** What the margin is: `log-odds`, `log of claim_amount`. */
  readonly marginUnit: string;
}
