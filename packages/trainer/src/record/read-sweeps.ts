import { tagsOf, where } from '@xgflow/mlflow-client';
import type { Experiment, MlflowClient, Run } from '@xgflow/mlflow-client';
import { experimentGroups, namedExperiment } from './experiments.ts';
import { runTags } from './run-tags.ts';
import { toVariantRun } from './variant-run.ts';
import type { VariantRun } from './variant-run.ts';
import { NoSuchSweepError } from './no-such-sweep-error.ts';

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
 * @throws NoSuchSweepError · ExperimentDeletedError
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
  const experimentIds = [experiment.experiment_id];
  const variants = where.tag(runTags.role).eq('variant');
  const [only = '', ...others] = sweepIds;
  // An experiment may hold hundreds of sweeps, and one is wanted most of the time.
  const filter = others.length > 0 ? variants : variants.and(where.tag(runTags.sweepId).eq(only));
  for await (const run of client.runs.search({ experimentIds, filter })) {
    const variant = toVariantRun(run);
    if (sweepIds.includes(variant.sweepId)) runs.push(variant);
  }
  return { experiment, sweepIds, runs };
}

async function onlyExperiment(client: MlflowClient): Promise<Experiment> {
  const found: Experiment[] = [];
  for (const group of await experimentGroups(client)) {
    const ids = new Set<string>();
    const all = group.map(({ experiment_id: id }) => id);
    for await (const { info } of sweepRuns(client, all)) ids.add(info.experiment_id);
    found.push(...group.filter(({ experiment_id: id }) => ids.has(id)));
  }
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
