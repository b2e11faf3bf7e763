import { createHash } from 'node:crypto';
import { collect, metricsOf, paramsOf, tagsOf, where } from '@xgflow/mlflow-client';
import type { MlflowClient, Run } from '@xgflow/mlflow-client';

/** What a sweep left on the server, without what differs from one sweep to the next: ids, times. */
export interface SweepState {
  readonly runs: readonly unknown[];
  readonly loggedModels: readonly unknown[];
  readonly versions: readonly unknown[];
}

const ownTags =
  /^(xgflow\.(role|variant|trial|state|model_name|model_sha256|selected_on)|mlflow\.runName)$/;
/** Drawn from an SVG that is compared itself; a title with the sweep's id makes its bytes differ. */
const drawn = '.png';

/** Everything in an experiment, and the versions of a registered model, in an order that names decide. */
export async function sweepState(
  client: MlflowClient,
  { experiment, modelName }: { readonly experiment: string; readonly modelName: string },
): Promise<SweepState> {
  const found = await client.experiments.getByName(experiment);
  if (!found) throw new Error(`there is no experiment ${experiment}`);
  const experimentIds = [found.experiment_id];
  const runs = await collect(client.runs.search({ experimentIds }));
  const models = await collect(client.loggedModels.search({ experimentIds }));
  const ids = new Map(
    runs.map(({ info }) => [info.run_id, nameOf(tagsOf(runOf(runs, info.run_id)))]),
  );
  for (const { info } of models)
    ids.set(info.model_id, `model of ${ids.get(info.source_run_id ?? '') ?? '?'}`);
  const filter = where.field('name').eq(modelName);
  const versions = await collect(client.modelVersions.search({ filter }));
  const plain = (text: string): string =>
    withoutIds(text, ids).replaceAll(modelName, '<registered model>');
  return {
    runs: sorted(await Promise.all(runs.map((run) => runState(client, run, plain)))),
    loggedModels: sorted(
      await Promise.all(
        models.map(async ({ info, data }) => ({
          from: ids.get(info.source_run_id ?? ''),
          status: info.status,
          params: data.params.map(({ key, value }) => `${key}=${value}`).toSorted(),
          metrics: data.metrics.map(({ key, value }) => `${key}=${value}`).toSorted(),
          files: await digests(client, info.artifact_uri, plain),
        })),
      ),
    ),
    versions: versions.map(({ version, run_id, source, aliases, status, tags }) => ({
      version,
      status,
      run: ids.get(run_id ?? ''),
      source: plain(source!),
      aliases,
      selectedOn: tags.find(({ key }) => key === 'xgflow.selected_on')?.value,
    })),
  };
}

async function runState(client: MlflowClient, run: Run, plain: (text: string) => string) {
  const tags = tagsOf(run);
  const metrics = metricsOf(run);
  const points: Record<string, number[]> = {};
  for (const key of Object.keys(metrics).filter((name) => name !== 'seconds')) {
    const history = await collect(client.metrics.history(run.info.run_id, key));
    points[key] = history.map(({ step, value }) => [Number(step), value]).flat();
  }
  return {
    name: nameOf(tags),
    status: run.info.status,
    endsAfterStart: Number(run.info.end_time) >= Number(run.info.start_time),
    params: paramsOf(run),
    points,
    tags: Object.fromEntries(
      Object.entries(tags)
        .filter(([key]) => ownTags.test(key))
        .map(([key, value]) => [key, plain(value)]),
    ),
    inputs: run.inputs.dataset_inputs.map(({ dataset }) => dataset.digest),
    outputs: run.outputs.model_outputs.map(({ model_id }) => plain(model_id)),
    files: await digests(client, run.info.artifact_uri, plain),
  };
}

/** sha256 of every file, by path; text without its ids and times. */
async function digests(
  client: MlflowClient,
  location: string,
  plain: (text: string) => string,
): Promise<Record<string, string>> {
  const files = await client.artifacts.list(location, '', { recursive: true });
  const entries = files.map(async ({ path }) => {
    const bytes = await client.artifacts.readBytes(location, path);
    const text = /\.(csv|svg|json|md|html)$|MLmodel$/.test(path)
      ? plain(bytes.toString('utf8'))
      : bytes;
    const digest = createHash('sha256').update(text).digest('hex');
    // The report of a gate lies under its digest, and says the run's id.
    const place = path.replace(/^gate\/[0-9a-f]{16}\//, 'gate/<digest>/');
    return [place, path.endsWith(drawn) ? `${bytes.length > 1000}` : digest] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function nameOf(tags: Readonly<Record<string, string>>): string {
  return ['role', 'variant', 'trial']
    .map((key) => tags[`xgflow.${key}`] ?? '')
    .join(' ')
    .trim();
}

function runOf(runs: readonly Run[], id: string): Run {
  return runs.find(({ info }) => info.run_id === id)!;
}

function withoutIds(text: string, ids: ReadonlyMap<string, string>): string {
  let plain = text;
  for (const [id, name] of ids) plain = plain.replaceAll(id, `<${name}>`);
  return (
    plain
      .replaceAll(/\d{8}-\d{6}-[0-9a-f]{4}/g, '<sweep>')
      .replaceAll(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.\d]*/g, '<time>')
      .replaceAll(/model_uuid: [0-9a-f]{32}/g, 'model_uuid: <uuid>')
      // The pictures of a process are counted.
      .replaceAll(/\b(clip|gradient_)\d+/g, '$1')
      .replaceAll(/mlflow-artifacts:\/\d+\//g, '<artifacts>/')
      // How long a variant took, in the report.
      .replaceAll(/\b(?:\d+ min )?\d+ s\b/g, '<span>')
      // The seconds of a trial in trials.csv; no other number there has just three decimals.
      .replaceAll(/,\d+\.\d{3},/g, ',<seconds>,')
  );
}

function sorted<T>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
