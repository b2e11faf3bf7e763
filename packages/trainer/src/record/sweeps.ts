import { tagsOf, where } from '@xgflow/mlflow-client';
import type { Experiment, MlflowClient, Run } from '@xgflow/mlflow-client';
import { runTags } from './run-tags.ts';
import { toVariantRun } from './variant-run.ts';
import type { VariantRun } from './variant-run.ts';
import { NoSuchSweepError } from './no-such-sweep-error.ts';

/** Experiments per search: the request and the server's database stay small. */
export const atOnce = 200;

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
    `no experiment ${JSON.stringify(name)} · tracking server · \`xgflow runs\` lists those with sweeps`,
  );
}

async function onlyExperiment(client: MlflowClient): Promise<Experiment> {
  const all: Experiment[] = [];
  for await (const experiment of client.experiments.search()) all.push(experiment);
  const ids = new Set(await holdingSweeps(client, all));
  const found = all.filter(({ experiment_id: id }) => ids.has(id));
  const [only, ...others] = found;
  if (!only)
    throw new NoSuchSweepError(
      'no experiment holds a sweep · tracking server · run `xgflow sweep FILE` first',
    );
  if (others.length === 0) return only;
  const shown = found.slice(0, 8).map((experiment) => experiment.name);
  const names = [...shown, ...(found.length > shown.length ? ['…'] : [])].join(', ');
  throw new NoSuchSweepError(
    `several experiments hold sweeps: ${names} · tracking server · choose one with --experiment`,
    { ambiguous: true },
  );
}

/** The ids of the experiments that hold a sweep, found in few requests. */
async function holdingSweeps(
  client: MlflowClient,
  experiments: readonly Experiment[],
): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < experiments.length; from += atOnce) {
    const ids = experiments.slice(from, from + atOnce).map(({ experiment_id: id }) => id);
    for await (const run of sweepRuns(client, ids)) found.push(run.info.experiment_id);
  }
  return found;
}

function sweepRuns(client: MlflowClient, experimentIds: readonly string[]): AsyncIterable<Run> {
  return client.runs.search({
    experimentIds,
    filter: where.tag(runTags.role).eq('sweep'),
    orderBy: ['attributes.start_time DESC'],
  });
}

async function chosenSweeps(
  client: MlflowClient,
  experiment: Experiment,
  sweep: SweepChoice,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const run of sweepRuns(client, [experiment.experiment_id])) {
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
    `${what} · experiment ${experiment.name} · \`xgflow runs\` lists those there are, \`xgflow sweep FILE\` makes one`,
  );
}
