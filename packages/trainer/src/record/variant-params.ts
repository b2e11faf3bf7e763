import type { ParamValue } from '@xgflow/mlflow-client';
import type { VariantResult } from '../sweep/result.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';
import { imbalanceParams } from './imbalance-params.ts';

/** A variant's params, logged once: what the model was fitted with, how it was split, how it was searched. */
export function variantParams(
  plan: VariantPlan,
  result: VariantResult,
): Record<string, ParamValue> {
  const { search, split } = plan;
  return {
    ...(result.fit.params as Record<string, ParamValue>),
    n_estimators: result.fit.rounds,
    'split.test_size': split.testSize,
    'split.seed': split.seed,
    'split.stratify': split.stratify,
    'search.method': 'random',
    'search.trials': search.trials,
    'search.folds': split.folds,
    'search.scoring': search.scoring,
    'search.seed': search.seed,
    'search.best_trial': result.best.index,
    ...(search.earlyStopping
      ? {
          'search.early_stopping.metric': search.earlyStopping.metric,
          'search.early_stopping.rounds': search.earlyStopping.rounds,
        }
      : {}),
    ...imbalanceParams(plan, result),
  };
}
