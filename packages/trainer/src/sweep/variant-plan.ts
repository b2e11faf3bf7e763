import { taskOf } from '../config/index.ts';
import type { ResolvedConfig } from '../config/index.ts';
import type { MetricName, Task } from '../metrics/index.ts';
import type { Space } from '../search/index.ts';
import { calibrationRows, imbalancePlan } from './imbalance-plan.ts';
import type { ImbalancePlan } from './imbalance-plan.ts';
import type { SplitSettings } from './split-plan.ts';
import type { Target } from './target.ts';
import type { EarlyStopping } from './work/fold-fit.ts';

/** A variant as the sweep file resolves it: the base with its overrides. */
export interface VariantPlan extends ImbalancePlan {
  readonly name: string;
  readonly task: Task;
  readonly split: SplitSettings;
  readonly search: {
    readonly trials: number;
    readonly seed: number;
    readonly scoring: MetricName;
    readonly earlyStopping?: EarlyStopping;
  };
  /** Fixed parameters, `n_estimators` included, and `num_class` of a multiclass task. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly space: Space;
}

/** The variants of a resolved sweep file, in its order. @param target of the table: how many classes there are */
export function variantPlans(config: ResolvedConfig, target: Target): VariantPlan[] {
  const ofTarget = target.task === 'multiclass' ? { num_class: target.classes.length } : {};
  return Object.entries(config.variants).map(([name, variant]) => ({
    name,
    task: taskOf(config),
    split: {
      testSize: variant.split.test_size,
      seed: variant.split.seed,
      stratify: variant.split.stratify,
      folds: variant.search.folds,
      ...calibrationRows(variant),
    },
    search: {
      trials: variant.search.trials,
      seed: variant.search.seed,
      scoring: variant.search.scoring,
      ...(variant.search.early_stopping ? { earlyStopping: variant.search.early_stopping } : {}),
    },
    params: { ...variant.params, ...ofTarget },
    space: variant.space,
    ...imbalancePlan(name, variant, target),
  }));
}
