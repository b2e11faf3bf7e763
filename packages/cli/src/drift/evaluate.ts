import type { ModelInfo } from '@xgflow/model';
import type { EvaluateMetric } from '@xgflow/serving';
import type { Judgement, MetricName, Task } from '@xgflow/trainer';
import { UsageError } from '../errors/usage-error.ts';

/** What is watched where --metric names nothing. */
const usual: Readonly<Record<Task, MetricName>> = {
  binary: 'roc_auc',
  multiclass: 'log_loss',
  regression: 'rmse',
};

/** Fewer resamples than a report's: the interval is only to tell a change from chance. */
const resamples = 200;

/** The function that measures the watched metric of labelled rows. @throws UsageError no such metric */
export async function metricEvaluation(
  { kind, threshold }: ModelInfo,
  name: string | undefined,
  signal: AbortSignal,
): Promise<EvaluateMetric> {
  const { isMetricName, measureMetric, metricNamesOf } = await import('@xgflow/trainer');
  const task: Task = kind === 'value' ? 'regression' : kind;
  const metric = name ?? usual[task];
  if (!isMetricName(metric, task)) {
    throw new UsageError(
      `no metric ${JSON.stringify(metric)} for this model · --metric · give one of ${metricNamesOf(task).join(', ')}`,
    );
  }
  const judgement: Judgement = task === 'binary' ? { task, threshold } : { task };
  return ({ labels, scores }) =>
    measureMetric(metric, { labels, scores, judgement, resamples }, signal);
}
