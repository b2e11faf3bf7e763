import { tagsOf, where } from '@xgflow/mlflow-client';
import type { Experiment, MlflowClient, Run } from '@xgflow/mlflow-client';
import { experimentGroups, namedExperiment } from './experiments.ts';
import { runTags } from './run-tags.ts';
import { NoSuchSweepError } from './no-such-sweep-error.ts';
import { toVariantRun } from './variant-run.ts';
import type { VariantRun } from './variant-run.ts';

/** A sweep as the server holds it. */
export interface SweepRecord {
  readonly experiment: Experiment;
  readonly sweepId: string;
  readonly runId: string;
  /** MLflow's run status: RUNNING, SCHEDULED, FINISHED, FAILED, KILLED. */
  readonly status: string;
  /** Unix time in milliseconds; no end while it runs. */
  readonly startTime: number;
  readonly endTime: number | undefined;
  /** In the order in which they were begun. */
  readonly variants: readonly (VariantRun & { readonly endTime: number | undefined })[];
}

/**
 * The sweeps on a server, latest first.
 *
 * @param experiment a name. Default: all experiments.
 * @param sweep the id of one sweep. Default: all.
 * @throws NoSuchSweepError when the experiment or the sweep is not there; no sweeps at all are an empty list ·
 *   ExperimentDeletedError
 */
export async function listSweeps(
  client: MlflowClient,
  {
    experiment: name,
    sweep,
  }: { readonly experiment?: string | undefined; readonly sweep?: string | undefined } = {},
): Promise<SweepRecord[]> {
  const groups =
    name === undefined ? await experimentGroups(client) : [[await namedExperiment(client, name)]];
  const records: SweepRecord[] = [];
  for (const group of groups) records.push(...(await sweepsOf(client, group, sweep)));
  if (sweep !== undefined && records.length === 0) {
    throw new NoSuchSweepError(
      `no sweep ${sweep} · ${name === undefined ? 'tracking server' : `experiment ${name}`} · \`xgflow runs\` lists them`,
    );
  }
  return records.toSorted((a, b) => b.startTime - a.startTime);
}

async function sweepsOf(
  client: MlflowClient,
  experiments: readonly Experiment[],
  sweep: string | undefined,
): Promise<SweepRecord[]> {
  const sweeps: Run[] = [];
  for await (const run of search(client, experiments, { role: 'sweep', sweep })) {
    if (tagsOf(run)[runTags.sweepId] !== undefined) sweeps.push(run);
  }
  const found = new Set(sweeps.map(({ info }) => info.experiment_id));
  const holding = experiments.filter(({ experiment_id: id }) => found.has(id));
  if (holding.length === 0) return [];
  const variants: SweepRecord['variants'][number][] = [];
  for await (const run of search(client, holding, { role: 'variant', sweep })) {
    variants.push({ ...toVariantRun(run), endTime: endOf(run) });
  }
  return holding.flatMap((experiment) =>
    sweeps
      .filter(({ info }) => info.experiment_id === experiment.experiment_id)
      .map((run) => toRecord(run, experiment, variants)),
  );
}

function toRecord(
  run: Run,
  experiment: Experiment,
  variants: readonly SweepRecord['variants'][number][],
): SweepRecord {
  const sweepId = tagsOf(run)[runTags.sweepId] ?? '';
  return {
    experiment,
    sweepId,
    runId: run.info.run_id,
    status: run.info.status,
    startTime: Number(run.info.start_time),
    endTime: endOf(run),
    variants: variants
      .filter(
        (variant) =>
          variant.sweepId === sweepId && variant.experimentId === experiment.experiment_id,
      )
      .toSorted((a, b) => a.startTime - b.startTime),
  };
}

function search(
  client: MlflowClient,
  experiments: readonly Experiment[],
  { role, sweep }: { readonly role: 'sweep' | 'variant'; readonly sweep: string | undefined },
): AsyncIterable<Run> {
  const ofRole = where.tag(runTags.role).eq(role);
  return client.runs.search({
    experimentIds: experiments.map(({ experiment_id: id }) => id),
    filter: sweep === undefined ? ofRole : ofRole.and(where.tag(runTags.sweepId).eq(sweep)),
    orderBy: ['attributes.start_time DESC'],
  });
}

function endOf({ info }: Run): number | undefined {
  const end = info.end_time ?? 0;
  return end > 0 ? end : undefined;
}
