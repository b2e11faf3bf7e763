import { MlflowError } from '@xgflow/mlflow-client';
import type { Experiment, MlflowClient } from '@xgflow/mlflow-client';
import { runTags } from '../record/run-tags.ts';

const metric = (key: string): string => `metrics.\`${key}\``;

/**
 * The variants of an experiment as a table, best test F1 first: a shared view of MLflow's UI, which
 * opens it at `/experiments/<id>/runs?viewStateShareKey=xgflow`. Columns cannot be named in a link
 * otherwise. Seen in MLflow 3.17; other versions ignore the tag.
 */
const view = {
  searchFilter: `tags.\`${runTags.role}\` = 'variant'`,
  orderByKey: metric('test_f1'),
  orderByAsc: false,
  selectedColumns: [
    'attributes.`Models`',
    ...['cv_roc_auc', 'test_accuracy', 'test_f1', 'test_roc_auc', 'train_f1'].map(metric),
  ],
};

const tags: Readonly<Record<string, string>> = {
  'mlflow.sharedViewState.xgflow': JSON.stringify(view),
  // Otherwise the UI takes an experiment for one of generative AI and opens on its traces.
  'mlflow.experimentKind': 'custom_model_development',
};

/**
 * Tags an experiment so that the UI shows its variants well. A kind that somebody has chosen stays. A
 * server that refuses the tags only shows less, so nothing is thrown.
 */
export async function offerView(client: MlflowClient, experiment: Experiment): Promise<void> {
  const present = new Map(experiment.tags.map(({ key, value }) => [key, value]));
  for (const [key, value] of Object.entries(tags)) {
    if (present.get(key) === value || (key === 'mlflow.experimentKind' && present.has(key)))
      continue;
    try {
      await client.experiments.setTag(experiment.experiment_id, key, value);
    } catch (error) {
      if (!(error instanceof MlflowError)) throw error;
      return;
    }
  }
}
