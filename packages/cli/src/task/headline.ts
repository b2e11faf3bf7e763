import type { MetricName, Task } from '@xgflow/trainer';

/** What a person wants to see of a variant first. */
export interface Headline {
  /** The metric that commands choose by when none is named, on the test part. */
  readonly choice: MetricName;
  /** Keys of a run's metrics, for a table. */
  readonly keys: readonly string[];
  /** Shown beside the metric that something was chosen by. */
  readonly beside: MetricName;
}

const headlines: Readonly<Record<Task, Headline>> = {
  binary: {
    choice: 'f1',
    keys: ['cv_roc_auc', 'test_roc_auc', 'test_f1', 'test_accuracy'],
    beside: 'accuracy',
  },
  multiclass: {
    choice: 'f1_macro',
    keys: ['cv_log_loss', 'test_log_loss', 'test_f1_macro', 'test_accuracy'],
    beside: 'accuracy',
  },
  regression: {
    choice: 'mape',
    keys: ['cv_rmse', 'test_rmse', 'test_mape', 'test_ae_ratio'],
    beside: 'rmse',
  },
};

export function headlineOf(task: Task): Headline {
  return headlines[task];
}

/** `test roc_auc` of `test_roc_auc`. */
export function keyTitle(key: string): string {
  return key.replace('_', ' ');
}
