import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ModelDirectoryError } from '../errors/model-directory-error.ts';
import { UnsupportedModelError } from '../errors/unsupported-model-error.ts';
import { insideDirectory } from './inside-directory.ts';

const MAX_BYTES = 1024 * 1024;

/** Stands for the Python class of an ensemble, which has none. */
const ENSEMBLE_CLASS = 'xgflow.ensemble';

const document = z.object({
  flavors: z.union([
    z.object({ xgflow: z.object({ xgb_version: z.string() }) }),
    z.object({
      xgboost: z.object({
        data: z.string().min(1),
        model_class: z.string().default('xgboost.core.Booster'),
        xgb_version: z.string().optional(),
      }),
    }),
  ]),
  model_uuid: z.string().nullish(),
  model_id: z.string().nullish(),
  run_id: z.string().nullish(),
});

/** What is needed of a directory's MLmodel. */
export interface MlmodelFacts {
  /** The model file, inside the directory with links resolved; undefined for an ensemble of ours. */
  readonly modelPath: string | undefined;
  readonly origin: ModelOrigin;
}

/** Where a model comes from, as far as MLmodel says. */
export interface ModelOrigin {
  /** Python class that MLflow would load it with; `xgflow.ensemble` for several models in one. */
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
    throw new UnsupportedModelError(
      `MLmodel has no usable flavor xgboost · ${path} · give a model with the flavor xgboost`,
    );
  }
  const { flavors, model_uuid, model_id, run_id } = parsed.data;
  const ids = {
    modelUuid: model_uuid ?? undefined,
    modelId: model_id ?? undefined,
    runId: run_id ?? undefined,
  };
  if ('xgflow' in flavors) {
    const { xgb_version } = flavors.xgflow;
    const origin = { ...ids, modelClass: ENSEMBLE_CLASS, xgboostVersion: xgb_version };
    return { modelPath: undefined, origin };
  }
  const { data, model_class, xgb_version } = flavors.xgboost;
  return {
    modelPath: await insideDirectory(directory, data),
    origin: { ...ids, modelClass: model_class, xgboostVersion: xgb_version },
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
