import type { MlflowClient, ModelVersion } from '@xgflow/mlflow-client';
import { modelNote, versionNote } from '../notes/index.ts';
import { compareRuns } from '../compare/comparison.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { MetricKey } from '../record/metric-key.ts';
import { runTags } from '../record/run-tags.ts';
import type { VariantRun } from '../record/variant-run.ts';
import type { SweepSelection } from '../record/read-sweeps.ts';
import { checkGateRows, promoteVersion } from '../promotion/index.ts';
import type { GateOptions, Promotion } from '../promotion/index.ts';
import { keepFirst, versionOf } from './one-version.ts';
import { NothingEligibleError } from './nothing-eligible-error.ts';

export interface RegisterOptions {
  readonly selection: SweepSelection;
  readonly metric: MetricKey;
  /** Registered model. Default: the name in the sweep file. */
  readonly name?: string | undefined;
  /** Default `champion`, which the gate guards; any other alias is moved without one. */
  readonly alias?: string;
  /** How the gate judges. */
  readonly gate?: Omit<GateOptions, 'dryRun'>;
  /** Choose and say, but write nothing. Default false. */
  readonly dryRun?: boolean;
}

export interface Registration {
  readonly run: VariantRun;
  readonly modelName: string;
  readonly alias: string;
  /** Absent in a dry run of a model without this run's version. */
  readonly version?: string;
  /** The version was there already. */
  readonly existed: boolean;
  readonly comparison: Comparison;
  /** What the gate decided; absent in a dry run, and for another alias than `champion`. */
  readonly promotion?: Promotion;
}

/**
 * Registers the best run's model and points the alias at it; alias `champion` only where the gate lets it. Idempotent
 * by run and name: a run that has a version keeps it, so three calls make one version, also when they are made at the
 * same time, and a version that is the champion is not gated again.
 *
 * @throws NothingEligibleError · what promoteVersion throws · MlflowError
 */
export async function registerBest(
  client: MlflowClient,
  options: RegisterOptions,
): Promise<Registration> {
  const { selection, metric, alias = 'champion', dryRun = false, gate = {} } = options;
  const comparison = compareRuns(selection.runs, metric);
  const run = bestOf(comparison, selection);
  const modelName = options.name ?? run.tags[runTags.modelName];
  if (modelName === undefined) {
    throw new NothingEligibleError(
      `run ${run.runId} does not say which model it belongs to · name it with --name`,
    );
  }
  const chosen = { run, modelName, alias, comparison };
  const existing = await versionOf(client, modelName, run.runId);
  if (dryRun)
    return {
      ...chosen,
      ...(existing ? { version: existing.version } : {}),
      existed: existing !== undefined,
    };
  const isGated = alias === 'champion';
  // Before anything is written: a gate that has no rows to compare on is known now.
  if (isGated) await checkGateRows(client, modelName, { run, version: existing?.version }, gate);
  const { version, existed } = existing
    ? { version: existing, existed: true }
    : await keepFirst(client, await createVersion(client, modelName, run, metric));
  await client.runs.setTag(run.runId, runTags.selectedOn, metric.key);
  const registered = { ...chosen, version: version.version, existed };
  if (!isGated) {
    await client.registeredModels.setAlias(modelName, alias, version.version);
    return registered;
  }
  const promotion = await promoteVersion(client, {
    ...gate,
    name: modelName,
    version: version.version,
    metric: metric.metric,
  });
  return { ...registered, promotion };
}

function bestOf(
  { rows: [best], excluded, metric }: Comparison,
  { experiment }: SweepSelection,
): VariantRun {
  if (best) return best.run;
  const why = excluded.map(({ run, reason }) => `${run.variant}: ${reason}`).join('; ');
  throw new NothingEligibleError(
    `no run can be chosen by ${metric.key} · experiment ${experiment.name}${why ? ` (${why})` : ''} · run \`xgflow sweep\` again, or choose others with --sweep`,
  );
}

async function createVersion(
  client: MlflowClient,
  name: string,
  run: VariantRun,
  metric: MetricKey,
): Promise<ModelVersion> {
  const modelId = run.tags[runTags.modelId];
  if (modelId === undefined) {
    throw new NothingEligibleError(
      `run ${run.runId} has no model · variant ${run.variant} · run \`xgflow sweep\` again`,
    );
  }
  const { status } = (await client.loggedModels.get(modelId)).info;
  if (status !== 'LOGGED_MODEL_READY') {
    throw new NothingEligibleError(
      `the model of run ${run.runId} is ${status} · logged model ${modelId} · run \`xgflow sweep\` again`,
    );
  }
  await client.registeredModels.ensure(name, { description: modelNote(name) });
  return client.modelVersions.create({
    name,
    source: `models:/${modelId}`,
    runId: run.runId,
    modelId,
    description: versionNote(run, metric),
    tags: {
      [runTags.sweepId]: run.sweepId,
      [runTags.variant]: run.variant,
      [runTags.selectedOn]: metric.key,
      [runTags.selectedValue]: String(run.metrics[metric.key]),
    },
  });
}
