/** What `xgflow sweep --json` prints, as far as tests look at it. */
export interface SweepAnswer {
  readonly sweep_id: string;
  readonly experiment_id: string;
  readonly run_id: string;
  readonly variants: readonly VariantAnswer[];
}

export interface VariantAnswer {
  readonly name: string;
  readonly status: string;
  readonly run_id: string;
  readonly metrics: Readonly<Record<string, number>>;
}
