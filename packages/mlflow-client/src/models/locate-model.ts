import { collect } from '../call/collect.ts';
import type { MlflowClient } from '../client.ts';
import { EndpointNotFoundError } from '../errors/endpoint-not-found-error.ts';
import { ResourceNotFoundError } from '../errors/resource-not-found-error.ts';
import type { ModelVersion } from '../resources/model-version.ts';
import { where } from '../search/filter.ts';
import { parseModelUri, type ModelUri } from './parse-model-uri.ts';

/** The part of the client that finding a model needs. */
export type ModelLookup = Pick<MlflowClient, 'runs' | 'loggedModels' | 'modelVersions'>;

/** What is known of a model besides its files. */
export interface ModelIdentity {
  /** Registered model. */
  readonly name?: string;
  /** Its version, such as `3`. */
  readonly version?: string;
  /** Run that made it. */
  readonly runId?: string;
  /** Logged model, `m-…`. */
  readonly modelId?: string;
}

/** Where the files of a model are: an artifact location of the server and a path below it. */
export interface ModelLocation extends ModelIdentity {
  readonly location: string;
  readonly path: string;
}

/** Find the files of a model that is not local. @throws ResourceNotFoundError, ModelUriError */
export async function locateModel(
  client: ModelLookup,
  uri: Exclude<ModelUri, { kind: 'local' }>,
): Promise<ModelLocation> {
  switch (uri.kind) {
    case 'logged-model':
      return locateLoggedModel(client, uri.modelId);
    case 'run':
      return locateInRun(client, uri.runId, uri.path);
    case 'alias':
      return locateVersion(client, await byAlias(client, uri.name, uri.alias));
    case 'version':
      return locateVersion(client, await client.modelVersions.get(uri.name, uri.version));
    case 'latest':
      return locateVersion(client, await latest(client, uri.name));
  }
}

async function locateLoggedModel(client: ModelLookup, modelId: string): Promise<ModelLocation> {
  const { info } = await client.loggedModels.get(modelId);
  const run =
    info.source_run_id === undefined || info.source_run_id === ''
      ? {}
      : { runId: info.source_run_id };
  return { location: info.artifact_uri, path: '', modelId, ...run };
}

/** In MLflow 3 `runs:/id/model` names the logged model `model` of that run; before, and for plain files, a path of the run. */
async function locateInRun(
  client: ModelLookup,
  runId: string,
  path: string,
): Promise<ModelLocation> {
  const { info } = await client.runs.get(runId);
  const [name = '', ...rest] = path.split('/');
  const modelId = await loggedModelOfRun(client, info.experiment_id, runId, name);
  if (modelId === undefined) return { location: info.artifact_uri, path, runId };
  return { ...(await locateLoggedModel(client, modelId)), path: rest.join('/'), runId };
}

async function loggedModelOfRun(
  client: ModelLookup,
  experimentId: string,
  runId: string,
  name: string,
): Promise<string | undefined> {
  const filter = where.field('name').eq(name);
  try {
    for await (const { info } of client.loggedModels.search({
      experimentIds: [experimentId],
      filter,
    })) {
      if (info.source_run_id === runId) return info.model_id;
    }
  } catch (error) {
    // MLflow 2 has no logged models.
    if (!(error instanceof EndpointNotFoundError)) throw error;
  }
  return undefined;
}

async function locateVersion(client: ModelLookup, version: ModelVersion): Promise<ModelLocation> {
  const identity = { name: version.name, version: version.version };
  const run =
    version.run_id === undefined || version.run_id === '' ? {} : { runId: version.run_id };
  const source = version.source ?? '';
  if (!/^(models|runs):/.test(source)) return { location: source, path: '', ...run, ...identity };
  const uri = parseModelUri(source);
  if (uri.kind === 'local')
    throw notFound(`source ${source} of ${version.name}/${version.version}`);
  return { ...run, ...(await locateModel(client, uri)), ...identity };
}

async function byAlias(client: ModelLookup, name: string, alias: string): Promise<ModelVersion> {
  const version = await client.modelVersions.getByAlias(name, alias);
  if (version === null) throw notFound(`alias ${alias} of model ${name}`);
  return version;
}

async function latest(client: ModelLookup, name: string): Promise<ModelVersion> {
  const versions = await collect(
    client.modelVersions.search({ filter: where.field('name').eq(name) }),
  );
  const [newest] = versions
    .filter((version) => version.status === 'READY')
    .sort((a, b) => Number(b.version) - Number(a.version));
  if (newest === undefined) throw notFound(`a ready version of model ${name}`);
  return newest;
}

function notFound(what: string): ResourceNotFoundError {
  return new ResourceNotFoundError(`${what} does not exist`, {
    endpoint: 'model registry',
    hint: 'look at the Models page of the MLflow server',
  });
}
