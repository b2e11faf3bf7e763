/** What the pictures of every task need to know of a variant, or of an ensemble. */
export interface ScoredReport {
  readonly variant: string;
  /** Name of the target column. */
  readonly target: string;
  /** `test_roc_auc` and others by name. */
  readonly metrics: Readonly<Record<string, number>>;
}
