import {
  ArtifactIntegrityError,
  ArtifactLocationError,
  resolveModel,
  ResourceNotFoundError,
} from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { ModelError, Predictor } from '@xgflow/model';
import { XGBoostNodeError } from '@xgflow/xgboost-node';
import { scoreExample } from './score-example.ts';

/** A model version on this machine, loaded and seen to score. Dispose of it. */
export interface LoadedVersion extends Disposable {
  readonly version: string;
  readonly runId: string | undefined;
  readonly predictor: Predictor;
  /** What it scores its own input example. */
  readonly example: number;
}

export interface LoadVersionOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetches a version, checks its digest, loads it and scores its input example.
 *
 * @throws ResourceNotFoundError · ModelError · the server's errors
 */
export async function loadVersion(
  client: MlflowClient,
  name: string,
  version: string,
  { signal }: LoadVersionOptions = {},
): Promise<LoadedVersion> {
  const options = signal ? { signal } : {};
  const { directory, runId } = await resolveModel(client, `models:/${name}/${version}`, options);
  const predictor = await Predictor.load(directory);
  try {
    const example = await scoreExample(predictor, directory);
    return {
      version,
      runId,
      predictor,
      example,
      [Symbol.dispose]: () => {
        predictor.dispose();
      },
    };
  } catch (error) {
    predictor.dispose();
    throw error;
  }
}

/** Why a version cannot be loaded, where it is the version that is at fault and not the server or the network. */
export function whyUnloadable(error: unknown): string | undefined {
  const ofVersion =
    error instanceof ModelError ||
    error instanceof XGBoostNodeError ||
    error instanceof ResourceNotFoundError ||
    error instanceof ArtifactIntegrityError ||
    error instanceof ArtifactLocationError;
  return ofVersion ? error.message : undefined;
}
