import type { Call } from '../call/call.ts';
import type { CallOptions } from '../call/operation.ts';
import { InvalidParameterError } from '../errors/invalid-parameter-error.ts';
import { checkStep } from '../wire/step.ts';
import { checkText } from '../wire/text.ts';

/** A logged model that a run made. */
export interface ModelOutput {
  readonly modelId: string;
  /** Safe integer. Default: 0. */
  readonly step?: number;
}

/**
 * The work of `runs.logOutputs`. MLflow refuses the whole request with 400 (UNIQUE constraint) when one of the models is known
 * already, as after a lost answer: then only those that the run lacks are sent.
 */
export async function logOutputs(
  call: Call,
  runId: string,
  models: readonly ModelOutput[],
  options: CallOptions,
): Promise<void> {
  const path = '/api/2.0/mlflow/runs/outputs';
  const send = (some: readonly ModelOutput[]) =>
    call('POST', path, {
      repeatable: true,
      ...options,
      body: {
        run_id: runId,
        models: some.map(({ modelId, step }) => ({
          model_id: checkText('output modelId', modelId),
          step: checkStep(`output '${modelId}' step`, step ?? 0),
        })),
      },
    });
  try {
    await send(models);
  } catch (error) {
    if (!(error instanceof InvalidParameterError)) throw error;
    const { run } = await call('GET', '/api/2.0/mlflow/runs/get', {
      ...options,
      query: { run_id: runId },
    });
    const known = new Set(run.outputs?.model_outputs?.map((output) => output.model_id));
    const missing = models.filter((model) => !known.has(model.modelId));
    if (missing.length === models.length) throw error;
    if (missing.length > 0) await send(missing);
  }
}
