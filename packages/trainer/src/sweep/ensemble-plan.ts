import { taskOf } from '../config/index.ts';
import type { ResolvedConfig } from '../config/index.ts';
import type { EnsembleMethod } from '../ensemble/index.ts';
import type { Task } from '../metrics/index.ts';
import type { ThresholdRule } from '../threshold/index.ts';
import type { SplitSettings } from './split-plan.ts';
import type { VariantPlan } from './variant-plan.ts';

/** An ensemble as the sweep file resolves it. */
export interface EnsemblePlan {
  readonly name: string;
  readonly task: Task;
  readonly method: EnsembleMethod;
  /** Its variants, at least two. */
  readonly members: readonly VariantPlan[];
  /** That of its variants; without rows kept apart for calibrations, which differ. */
  readonly split: SplitSettings;
  /** The rule of its variants, where they all have the same. */
  readonly threshold?: ThresholdRule;
}

/** The ensembles of a resolved sweep file, in its order. @param plans of its variants */
export function ensemblePlans(
  config: ResolvedConfig,
  plans: readonly VariantPlan[],
): EnsemblePlan[] {
  return Object.entries(config.ensembles ?? {}).flatMap(([name, { of, method }]) => {
    const members = of.flatMap((member) => plans.filter((plan) => plan.name === member));
    const [first] = members;
    if (!first) return [];
    const { folds, seed, stratify, testSize } = first.split;
    const rules = new Set(members.map(({ threshold }) => JSON.stringify(threshold)));
    const threshold = rules.size === 1 ? first.threshold : undefined;
    return [
      {
        name,
        task: taskOf(config),
        method,
        members,
        split: { testSize, seed, stratify, folds },
        ...(threshold ? { threshold } : {}),
      },
    ];
  });
}
