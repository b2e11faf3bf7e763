import { basename, resolve } from 'node:path';
import type { MlflowClient, ResolvedModel } from '@xgflow/mlflow-client';

/** Where a served model comes from. */
export interface ModelSource {
  /** As the user wrote it. */
  readonly uri: string;
  /** Brings the files of what the URI names now to this machine. */
  fetch(signal?: AbortSignal): Promise<ResolvedModel>;
  /** Of an alias: the version that it points at now; undefined when there is no such alias. */
  readonly version?: (signal?: AbortSignal) => Promise<string | undefined>;
}

/** A model directory on this machine, which never changes. Its URI is its last name: answers show it. */
export function directorySource(directory: string): ModelSource {
  return {
    uri: basename(resolve(directory)),
    fetch: () => Promise.resolve({ directory: resolve(directory) }),
  };
}

/** A model of a tracking server; an alias is followed. @throws {ModelUriError} */
export async function registrySource(client: MlflowClient, uri: string): Promise<ModelSource> {
  // A local directory is served without it: a fifth of a second of the start.
  const { parseModelUri, resolveModel } = await import('@xgflow/mlflow-client');
  const parsed = parseModelUri(uri);
  const fetch = (signal?: AbortSignal): Promise<ResolvedModel> =>
    resolveModel(client, uri, signal === undefined ? {} : { signal });
  if (parsed.kind !== 'alias') return { uri, fetch };
  return {
    uri,
    fetch,
    version: async (signal) => {
      const found = await client.modelVersions.getByAlias(
        parsed.name,
        parsed.alias,
        signal === undefined ? {} : { signal },
      );
      return found?.version;
    },
  };
}
