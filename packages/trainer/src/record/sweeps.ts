import { tagsOf, where } from '@xgflow/mlflow-client';
import type { Experiment, MlflowClient, Run } from '@xgflow/mlflow-client';
import { TrainerError } from '../errors/trainer-error.ts';
import { runTags } from './run-tags.ts';
import { toVariantRun } from './variant-run.ts';
import type { VariantRun } from './variant-run.ts';

/** The server does not hold the experiment or the sweep that was asked for, or holds several. */
export class NoSuchSweepError extends TrainerError {
  override readonly name = 'NoSuchSweepError';
  readonly ambiguous: boolean;

  constructor(message: string, { ambiguous = false } = {}) {
    super(message);
    this.ambiguous = ambiguous;
  }
}

/** Which sweeps: the latest finished one, one by id, or all of the experiment. */
export type SweepChoice = 'latest' | 'all' | (string & {});

/** Variants of one experiment that a command looks at. */
export interface SweepSelection {
  readonly experiment: Experiment;
  /** Ids, latest first. */
  readonly sweepIds: readonly string[];
  readonly runs: readonly VariantRun[];
}

/**
 * Reads the variants of the chosen sweeps.
 *
 * @param experiment a name; undefined: the only experiment that holds sweeps
 * @throws NoSuchSweepError
 */
export async function readSweeps(
  client: MlflowClient,
  {
    experiment: name,
    sweep = 'latest',
  }: { readonly experiment?: string | undefined; readonly sweep?: SweepChoice | undefined },
): Promise<SweepSelection> {
  const experiment =
    name === undefined ? await onlyExperiment(client) : await namedExperiment(client, name);
  const sweepIds = await chosenSweeps(client, experiment, sweep);
  const runs: VariantRun[] = [];
  const filter = where.tag(runTags.role).eq('variant');
  for await (const run of client.runs.search({
    experimentIds: [experiment.experiment_id],
    filter,
  })) {
    const variant = toVariantRun(run);
    if (sweepIds.includes(variant.sweepId)) runs.push(variant);
  }
  return { experiment, sweepIds, runs };
}

async function namedExperiment(client: MlflowClient, name: string): Promise<Experiment> {
  const experiment = await client.experiments.getByName(name);
  if (experiment) return experiment;
  throw new NoSuchSweepError(
    `no experiment ${JSON.stringify(name)} on the server · look at its names in the MLflow UI, or run \`xgflow sweep\` first`,
  );
}

async function onlyExperiment(client: MlflowClient): Promise<Experiment> {
  const found: Experiment[] = [];
  for await (const experiment of client.experiments.search()) {
    if (await holdsSweeps(client, experiment)) found.push(experiment);
  }
  const [only, ...others] = found;
  if (!only)
    throw new NoSuchSweepError(
      'no experiment on the server holds a sweep · run `xgflow sweep FILE` first',
    );
  if (others.length === 0) return only;
  const names = found.map((experiment) => experiment.name).join(', ');
  throw new NoSuchSweepError(
    `several experiments hold sweeps: ${names} · choose one with --experiment`,
    { ambiguous: true },
  );
}

async function holdsSweeps(
  client: MlflowClient,
  { experiment_id: id }: Experiment,
): Promise<boolean> {
  for await (const _ of sweepRuns(client, id, 1)) return true;
  return false;
}

function sweepRuns(
  client: MlflowClient,
  experimentId: string,
  maxResults?: number,
): AsyncIterable<Run> {
  return client.runs.search({
    experimentIds: [experimentId],
    filter: where.tag(runTags.role).eq('sweep'),
    orderBy: ['attributes.start_time DESC'],
    maxResults,
  });
}

async function chosenSweeps(
  client: MlflowClient,
  experiment: Experiment,
  sweep: SweepChoice,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const run of sweepRuns(client, experiment.experiment_id)) {
    const tags = tagsOf(run);
    const id = tags[runTags.sweepId];
    if (id === undefined) continue;
    if (sweep === id) return [id];
    if (sweep === 'latest' && tags[runTags.state] === 'finished') return [id];
    if (sweep === 'all') ids.push(id);
  }
  if (ids.length > 0) return ids;
  const what =
    sweep === 'latest' ? 'no finished sweep' : sweep === 'all' ? 'no sweep' : `no sweep ${sweep}`;
  throw new NoSuchSweepError(
    `${what} in experiment ${experiment.name} · finish one with \`xgflow sweep FILE\`${sweep === 'latest' ? ', or choose with --sweep ID' : ''}`,
  );
}
