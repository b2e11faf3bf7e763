import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ModelDirectoryError } from '../errors/model-directory-error.ts';
import { UnsupportedModelError } from '../errors/unsupported-model-error.ts';

const MAX_BYTES = 1024 * 1024;

const document = z.object({
  flavors: z.object({
    xgboost: z.object({
      data: z.string().min(1),
      model_class: z.string().default('xgboost.core.Booster'),
      xgb_version: z.string().optional(),
    }),
  }),
  model_uuid: z.string().nullish(),
  model_id: z.string().nullish(),
  run_id: z.string().nullish(),
});

/** What is needed of a directory's MLmodel. */
export interface MlmodelFacts {
  /** The model file, inside the directory with links resolved. */
  readonly modelPath: string;
  readonly origin: ModelOrigin;
}

/** Where a model comes from, as far as MLmodel says. */
export interface ModelOrigin {
  /** Python class that MLflow would load it with. */
  readonly modelClass: string;
  readonly xgboostVersion: string | undefined;
  readonly modelUuid: string | undefined;
  readonly modelId: string | undefined;
  readonly runId: string | undefined;
}

/**
 * Reads MLmodel and finds the model file that it names.
 *
 * @throws {ModelDirectoryError} no directory, no MLmodel, not readable as one
 * @throws {UnsupportedModelError} without the flavor `xgboost`, or a model file outside the directory
 */
export async function readMlmodel(directory: string): Promise<MlmodelFacts> {
  const path = join(directory, 'MLmodel');
  const text = await readSmall(path, directory);
  const parsed = document.safeParse(parseYaml(text, path));
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new UnsupportedModelError(
      `MLmodel has no usable ${field} · ${path} · give a model with the flavor xgboost`,
    );
  }
  const { flavors, model_uuid, model_id, run_id } = parsed.data;
  const { data, model_class, xgb_version } = flavors.xgboost;
  return {
    modelPath: await inside(directory, data),
    origin: {
      modelClass: model_class,
      xgboostVersion: xgb_version,
      modelUuid: model_uuid ?? undefined,
      modelId: model_id ?? undefined,
      runId: run_id ?? undefined,
    },
  };
}

async function readSmall(path: string, directory: string): Promise<string> {
  try {
    if ((await stat(path)).size <= MAX_BYTES) return await readFile(path, 'utf8');
  } catch (cause) {
    const advice = 'name a directory that holds a file MLmodel';
    throw new ModelDirectoryError('no readable file MLmodel', directory, advice, { cause });
  }
  throw new ModelDirectoryError('MLmodel is larger than 1 MiB', path, 'get the model again');
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text, { version: '1.1', maxAliasCount: 0, logLevel: 'error' });
  } catch (cause) {
    throw new ModelDirectoryError('MLmodel is not YAML', path, 'get the model again', { cause });
  }
}

/** MLmodel comes from elsewhere: the file that it names must lie in the directory. */
async function inside(directory: string, name: string): Promise<string> {
  const root = await realpath(directory);
  let path: string;
  try {
    path = await realpath(join(root, name));
  } catch (cause) {
    const what = `no model file ${JSON.stringify(name)}`;
    throw new ModelDirectoryError(what, directory, 'get the model again', { cause });
  }
  if (path.startsWith(root + sep)) return path;
  throw new UnsupportedModelError(
    `the model file ${JSON.stringify(name)} is outside the directory · ${directory} · do not use this model`,
  );
}
