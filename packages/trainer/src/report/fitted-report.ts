/** What the pictures of a fitted model are drawn from, whatever its task. */
export interface FittedReport {
  readonly variant: string;
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
