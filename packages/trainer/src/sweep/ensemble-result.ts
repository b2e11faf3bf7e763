import type { EnsemblePlan } from './ensemble-plan.ts';
import type { MemberFit } from './member-fit.ts';
import type { SplitPlan } from './split-plan.ts';
import type { FittedEnsemble } from './work/fit-ensemble.ts';

/** An ensemble whose combiner is fitted. */
export interface EnsembleResult extends FittedEnsemble {
  readonly name: string;
  readonly plan: EnsemblePlan;
  readonly split: SplitPlan;
  readonly members: readonly MemberFit[];
}
