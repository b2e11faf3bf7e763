import type { MetricName, Task } from '../metrics/index.ts';
import { metricNumber } from '../metrics/metric-number.ts';
import { usualMetric } from '../record/usual-metric.ts';
import { table } from './markdown.ts';

/** What a note tells of a task, beside the metric that the task is usually judged by and the sweep's own. */
const told: Readonly<Record<Task, readonly MetricName[]>> = {
  binary: ['precision', 'recall', 'roc_auc', 'pr_auc', 'brier'],
  multiclass: ['accuracy', 'roc_auc_ovr', 'log_loss'],
  regression: ['wape', 'mae', 'rmse', 'r2', 'pinball', 'ae_ratio'],
};

/**
 * Metrics by part, the usual one first; those without a value on the test part are left out.
 *
 * @param metrics as the run has them: `test_f1`, `test_f1_ci_low`, `cv_f1`, `train_f1` …
 */
export function metricTable(
  task: Task,
  scoring: MetricName,
  metrics: Readonly<Record<string, number>>,
): string {
  const names = [...new Set([usualMetric[task], scoring, ...told[task]])];
  const rows = names
    .filter((name) => metrics[`test_${name}`] !== undefined)
    .map((name) => [
      name,
      metricNumber(metrics[`test_${name}`]),
      interval(metrics, name),
      metricNumber(metrics[`cv_${name}`]),
      metricNumber(metrics[`train_${name}`]),
    ]);
  return table(['metric', 'test', '95 % interval', 'cross-validation', 'training'], rows);
}

/** `0.6880–0.7540`; a dash where it is not known. */
export function interval(metrics: Readonly<Record<string, number>>, name: MetricName): string {
  const [low, high] = [metrics[`test_${name}_ci_low`], metrics[`test_${name}_ci_high`]];
  return low === undefined || high === undefined
    ? '–'
    : `${metricNumber(low)}–${metricNumber(high)}`;
}
