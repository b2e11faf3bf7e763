import type { Call } from '../call/call.ts';
import type { CallOptions } from '../call/operation.ts';
import { InvalidParameterError } from '../errors/invalid-parameter-error.ts';
import type { KeyValue } from '../wire/entities.ts';

/** Params that MLflow takes in one request. */
const PARAMS_PER_REQUEST = 100;

/** Cut into what one request takes; the first part goes with the create. */
export function paramParts(params: readonly KeyValue[]): KeyValue[][] {
  const parts = Math.max(1, Math.ceil(params.length / PARAMS_PER_REQUEST));
  return Array.from({ length: parts }, (_, part) =>
    params.slice(part * PARAMS_PER_REQUEST, (part + 1) * PARAMS_PER_REQUEST),
  );
}

/**
 * Add params to a logged model. MLflow refuses with 400 (UNIQUE constraint) those that it has already, as after a lost
 * answer: then the model is looked at, and params that are there with these values are logged.
 */
export async function logModelParams(
  call: Call,
  modelId: string,
  params: KeyValue[],
  options: CallOptions,
): Promise<void> {
  const path = { model_id: modelId };
  try {
    await call('POST', '/api/2.0/mlflow/logged-models/{model_id}/params', {
      repeatable: true,
      ...options,
      path,
      body: { model_id: modelId, params },
    });
  } catch (error) {
    if (!(error instanceof InvalidParameterError) || error.attempts < 2) throw error;
    const { model } = await call('GET', '/api/2.0/mlflow/logged-models/{model_id}', {
      ...options,
      path,
    });
    const there = new Map(model.data?.params?.map(({ key, value }) => [key, value]));
    if (!params.every(({ key, value }) => there.get(key) === value)) throw error;
  }
}
