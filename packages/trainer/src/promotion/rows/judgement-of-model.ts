import type { ModelInfo } from '@xgflow/model';
import type { Judgement, MetricName, Task } from '../../metrics/index.ts';
import { judgementOf } from '../../sweep/work/judgement-of.ts';

/**
 * As what a model's scores are judged: a binary model by its own threshold.
 *
 * @param params of the candidate's run: what a regression was fitted for decides its deviance and its quantile
 */
export function judgementOfModel(
  { kind, objective, threshold }: ModelInfo,
  params: Readonly<Record<string, string>>,
): Judgement {
  if (kind === 'binary') return { task: 'binary', threshold };
  if (kind === 'multiclass') return { task: 'multiclass' };
  const numbers: Record<string, number> = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Number(value)]),
  );
  return judgementOf('regression', { ...numbers, objective });
}

/** Decides where neither the policy nor the version names a metric. */
export const usualMetric: Readonly<Record<Task, MetricName>> = {
  binary: 'roc_auc',
  multiclass: 'log_loss',
  regression: 'rmse',
};
