import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { MlflowClient } from '../client.ts';
import { ResourceNotFoundError } from '../errors/resource-not-found-error.ts';
import { digestDirectory } from './digest-directory.ts';
import {
  locateModel,
  type ModelIdentity,
  type ModelLocation,
  type ModelLookup,
} from './locate-model.ts';
import { parseModelUri } from './parse-model-uri.ts';

/** A model whose files are on this machine. */
export interface ResolvedModel extends ModelIdentity {
  /** Absolute path of the directory that holds `MLmodel`. Do not write into it: others may share it. */
  readonly directory: string;
}

/** How a model is fetched. */
export interface ResolveModelOptions {
  /** Where fetched models are kept. Default: `xgflow/models` in `$XDG_CACHE_HOME` or `~/.cache`. */
  readonly cacheDir?: string;
  /** Cancels the download. */
  readonly signal?: AbortSignal;
}

/**
 * Bring a model to this machine: `models:/name@alias`, `models:/name/3`, `models:/name/latest`, `models:/m-…`,
 * `runs:/id/path`, or a local directory, which is used where it is.
 *
 * Files are fetched into a directory beside the final one and renamed when all are there, so nobody ever sees half a model.
 * A logged model is fetched once: its files do not change any more. Other artifacts may be overwritten, so they are fetched
 * every time and kept under a digest of their content.
 *
 * @throws ModelUriError, ResourceNotFoundError (also when there is no MLmodel file), ArtifactLocationError (files in a store that
 *   the server does not proxy)
 */
export async function resolveModel(
  client: ModelLookup & Pick<MlflowClient, 'artifacts'>,
  uri: string,
  options: ResolveModelOptions = {},
): Promise<ResolvedModel> {
  const parsed = parseModelUri(uri);
  if (parsed.kind === 'local') {
    const directory = resolve(parsed.directory);
    await requireModelFile(directory, uri);
    return { directory };
  }
  const { location, path, ...identity } = await locateModel(client, parsed);
  const cache = options.cacheDir ?? defaultCache();
  const key = cacheKey({ location, path, ...identity });
  if (identity.modelId !== undefined) {
    const directory = join(cache, key);
    if (await holdsModel(directory)) return { directory, ...identity };
  }
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(join(cache, '.fetching-'));
  try {
    const fetched = await client.artifacts.download(location, path, partial, {
      signal: options.signal,
    });
    await requireModelFile(fetched, uri);
    const name = identity.modelId === undefined ? `${key}-${await digestDirectory(fetched)}` : key;
    const directory = join(cache, name);
    await moveInto(fetched, directory);
    return { directory, ...identity };
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function cacheKey({ location, path, modelId }: ModelLocation): string {
  const where = modelId === undefined ? location : '';
  const rest = `${where}\n${path}`;
  const digest = createHash('sha256').update(rest).digest('hex').slice(0, 16);
  if (modelId === undefined) return digest;
  return path === '' ? modelId : `${modelId}-${digest}`;
}

/** Another process may have put the same files there first; then those stay. */
async function moveInto(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(await holdsModel(to))) throw error;
  }
}

async function requireModelFile(directory: string, uri: string): Promise<void> {
  if (await holdsModel(directory)) return;
  throw new ResourceNotFoundError(`${uri} holds no MLmodel file`, {
    hint: 'check the path, or that the upload of the model was finished',
  });
}

async function holdsModel(directory: string): Promise<boolean> {
  const found = await stat(join(directory, 'MLmodel')).catch(() => undefined);
  return found?.isFile() === true;
}

function defaultCache(): string {
  const base = process.env.XDG_CACHE_HOME ?? '';
  return join(base === '' ? join(homedir(), '.cache') : base, 'xgflow', 'models');
}
