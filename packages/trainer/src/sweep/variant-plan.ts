import { taskOf } from '../config/index.ts';
import type { ResolvedConfig } from '../config/index.ts';
import type { MetricName, Task } from '../metrics/index.ts';
import type { Space } from '../search/index.ts';
import type { SplitSettings } from './split-plan.ts';
import type { Target } from './target.ts';
import type { EarlyStopping } from './work/fold-fit.ts';

/** A variant as the sweep file resolves it: the base with its overrides. */
export interface VariantPlan {
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
  return Object.entries(config.variants).map(([name, { split, search, params, space }]) => ({
    name,
    task: taskOf(config),
    split: {
      testSize: split.test_size,
      seed: split.seed,
      stratify: split.stratify,
      folds: search.folds,
    },
    search: {
      trials: search.trials,
      seed: search.seed,
      scoring: search.scoring,
      ...(search.early_stopping ? { earlyStopping: search.early_stopping } : {}),
    },
    params: { ...params, ...ofTarget },
    space,
  }));
}
