import { ExperimentDeletedError } from '@xgflow/mlflow-client';
import type { Experiment, MlflowClient } from '@xgflow/mlflow-client';
import { NoSuchSweepError } from './no-such-sweep-error.ts';

/** Experiments per search: the request and the server's database stay small. */
const atOnce = 200;

/** @throws NoSuchSweepError · ExperimentDeletedError: its runs cannot be found */
export async function namedExperiment(client: MlflowClient, name: string): Promise<Experiment> {
  const experiment = await client.experiments.getByName(name);
  if (!experiment) {
    throw new NoSuchSweepError(
      `no experiment ${JSON.stringify(name)} · tracking server · \`xgflow runs\` lists those with sweeps`,
    );
  }
  if (experiment.lifecycle_stage === 'deleted') {
    throw new ExperimentDeletedError(experiment.experiment_id, name);
  }
  return experiment;
}

/** All experiments, in groups that one search takes. */
export async function experimentGroups(client: MlflowClient): Promise<Experiment[][]> {
  const groups: Experiment[][] = [];
  for await (const experiment of client.experiments.search()) {
    const last = groups.at(-1);
    if (last && last.length < atOnce) last.push(experiment);
    else groups.push([experiment]);
  }
  return groups;
}
