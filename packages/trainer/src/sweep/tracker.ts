import type { EnsemblePlan } from './ensemble-plan.ts';
import type { EnsembleResult } from './ensemble-result.ts';
import type { MemberFit } from './member-fit.ts';
import type { VariantResult, VariantSummary } from './result.ts';
import type { VariantPlan } from './variant-plan.ts';

/** How a run that did not finish ended. */
export type UnfinishedEnd =
  { readonly status: 'FAILED'; readonly error: Error } | { readonly status: 'KILLED' };

/** The record of one variant while it runs. */
export interface VariantTracker {
  /** Writes everything the variant has to say; resolves when the record is complete. */
  finish(result: VariantResult): Promise<VariantSummary>;
  /** Closes the record of a variant that has no result; the sweep goes on. */
  fail(error: Error): Promise<void>;
  /** Closes the record of a variant at which the sweep stops. Never throws: an error is already on its way. */
  end(end: UnfinishedEnd): Promise<void>;
}

/** The record of one ensemble while it is made. */
export interface EnsembleTracker {
  finish(result: EnsembleResult): Promise<VariantSummary>;
  /** Closes the record of an ensemble that has no result; the sweep goes on. */
  fail(error: Error): Promise<void>;
  /** Never throws. */
  end(end: UnfinishedEnd): Promise<void>;
}

/** A sweep's run in MLflow, or its directory. */
export type SweepPlace =
  { readonly experimentId: string; readonly runId: string } | { readonly directory: string };

/** Where a sweep is recorded: MLflow, or a local directory with `--no-tracking`. */
export interface SweepTracker {
  readonly sweepId: string;
  readonly place: SweepPlace;
  /** Variants that an earlier run of this sweep finished: kept, not run again. */
  readonly kept: readonly VariantSummary[];
  startVariant(plan: VariantPlan): Promise<VariantTracker>;
  startEnsemble(plan: EnsemblePlan): Promise<EnsembleTracker>;
  /** Reads back what an ensemble needs of a variant that an earlier run finished. */
  readMember(kept: VariantSummary): Promise<MemberFit>;
  /** Closes the sweep's own record. Resolves with warnings, such as a picture that could not be drawn. */
  finish(variants: readonly VariantSummary[]): Promise<readonly string[]>;
  /** Closes the record of a sweep that stopped; resolves with whether it could. Never throws. */
  end(end: UnfinishedEnd): Promise<boolean>;
}
