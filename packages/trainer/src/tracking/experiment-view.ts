import { MlflowError } from '@xgflow/mlflow-client';
import type { Experiment, MlflowClient } from '@xgflow/mlflow-client';
import type { Task } from '../metrics/index.ts';
import { experimentNote } from '../notes/index.ts';
import { metricKey } from '../record/metric-key.ts';
import { runTags } from '../record/run-tags.ts';
import { usualMetric } from '../record/usual-metric.ts';

const metric = (key: string): string => `metrics.\`${key}\``;

/** Which metrics a table of variants shows. */
const shown: Readonly<Record<Task, readonly string[]>> = {
  binary: ['cv_roc_auc', 'test_accuracy', 'test_f1', 'test_roc_auc', 'train_f1'],
  multiclass: ['cv_log_loss', 'test_accuracy', 'test_f1_macro', 'test_log_loss', 'train_f1_macro'],
  regression: ['cv_rmse', 'test_rmse', 'test_mape', 'test_ae_ratio', 'train_mape'],
};

/**
 * The variants of an experiment as a table, best first by the task's usual metric: a shared view of MLflow's UI, which
 * opens it at `/experiments/<id>/runs?viewStateShareKey=xgflow`. Columns cannot be named in a link
 * otherwise. Seen in MLflow 3.17; other versions ignore the tag.
 */
function viewOf(task: Task): object {
  const { direction, key } = metricKey(usualMetric[task]);
  return {
    searchFilter: `tags.\`${runTags.role}\` = 'variant'`,
    orderByKey: metric(key),
    orderByAsc: direction === 'minimize',
    selectedColumns: ['attributes.`Models`', ...shown[task].map(metric)],
  };
}

/** The tag that nobody else writes. */
const ours = new Set(['mlflow.sharedViewState.xgflow']);

function tagsFor(
  { experiment_id: id, name }: Experiment,
  task: Task,
): Readonly<Record<string, string>> {
  return {
    'mlflow.note.content': experimentNote(id, name),
    'mlflow.sharedViewState.xgflow': JSON.stringify(viewOf(task)),
    // Otherwise the UI takes an experiment for one of generative AI and opens on its traces.
    'mlflow.experimentKind': 'custom_model_development',
  };
}

/**
 * Tags an experiment so that the UI shows its variants well. A kind or a description that somebody has chosen stays. A
 * server that refuses the tags only shows less, so nothing is thrown.
 */
export async function offerView(
  client: MlflowClient,
  experiment: Experiment,
  task: Task,
): Promise<void> {
  const present = new Map(experiment.tags.map(({ key, value }) => [key, value]));
  for (const [key, value] of Object.entries(tagsFor(experiment, task))) {
    if (present.get(key) === value || (!ours.has(key) && present.has(key))) continue;
    try {
      await client.experiments.setTag(experiment.experiment_id, key, value);
    } catch (error) {
      if (!(error instanceof MlflowError)) throw error;
      return;
    }
  }
}
