import type { TrialRecord, VariantSummary } from './result.ts';
import type { SweepPlace } from './tracker.ts';
import type { VariantPlan } from './variant-plan.ts';

/** What a sweep tells while it runs; every method may be left out. None may throw. */
export interface SweepObserver {
  onStart?(sweep: {
    readonly sweepId: string;
    readonly place: SweepPlace;
    readonly plans: readonly VariantPlan[];
    readonly kept: readonly VariantSummary[];
  }): void;
  /** `done` of its trials were finished by an earlier run of the same sweep; `best` is their best score. */
  onVariantStart?(variant: {
    readonly name: string;
    readonly trials: number;
    readonly done: number;
    readonly best: number | undefined;
  }): void;
  /** `best` is the variant's best score so far, in its own direction. */
  onTrial?(trial: TrialRecord, best: number | undefined): void;
  onVariantEnd?(variant: VariantSummary): void;
  /** One line: something is missing from the record, but the sweep goes on. Default: a Node.js process warning. */
  onWarning?(warning: string): void;
}
