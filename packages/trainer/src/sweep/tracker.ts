import type { VariantResult, VariantSummary } from './result.ts';

/** How a run that did not finish ended. */
export type UnfinishedEnd = { readonly status: 'FAILED'; readonly error: Error } | { readonly status: 'KILLED' };

/** The record of one variant while it runs. */
export interface VariantTracker {
  /** Writes everything the variant has to say; resolves when the record is complete. */
  finish(result: VariantResult): Promise<VariantSummary>;
  /** Closes the record of a variant that has no result. */
  end(end: UnfinishedEnd): Promise<void>;
}

/** Where a sweep is recorded: MLflow, or a local directory with `--no-tracking`. */
export interface SweepTracker {
  readonly sweepId: string;
  /** A page to look at; absent without a server. */
  readonly url?: string;
  /** Variants that an earlier run of this sweep finished: kept, not run again. */
  readonly kept: readonly VariantSummary[];
  startVariant(name: string): Promise<VariantTracker>;
  /** Closes the sweep's own record. */
  finish(variants: readonly VariantSummary[]): Promise<void>;
  end(end: UnfinishedEnd): Promise<void>;
}
