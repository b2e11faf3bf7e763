import type { TrialRecord, VariantSummary } from './result.ts';
import type { SweepTracker } from './tracker.ts';
import type { VariantPlan } from './variant-plan.ts';

/** What a sweep tells while it runs; every method may be left out. None may throw. */
export interface SweepObserver {
  onStart?(sweep: { readonly tracker: SweepTracker; readonly plans: readonly VariantPlan[] }): void;
  /** `done` trials were finished by an earlier run of the same sweep. */
  onVariantStart?(variant: { readonly name: string; readonly trials: number; readonly done: number }): void;
  onTrial?(trial: TrialRecord): void;
  /** The search is over, the model fitted; now it is written to the record. */
  onRecord?(variant: string): void;
  onVariantEnd?(variant: VariantSummary): void;
}
