import type { ModelDescription } from './model-description.ts';
import { MLFLOW_VERSION, PYTHON_VERSION } from './python-environment.ts';
import type { Signature } from './signature.ts';

/** `MLmodel` as data, with the keys that MLflow itself writes. */
export function mlmodelDocument(
  description: ModelDescription,
  facts: { libraryVersion: string; sizeBytes: number; signature: Signature; uuid: string },
): Record<string, unknown> {
  const { artifactPath, modelId, runId } = description;
  return {
    ...(artifactPath === undefined ? {} : { artifact_path: artifactPath }),
    flavors: {
      python_function: {
        data: 'model.ubj',
        env: { conda: 'conda.yaml', virtualenv: 'python_env.yaml' },
        loader_module: 'mlflow.xgboost',
        python_version: PYTHON_VERSION,
      },
      xgboost: {
        code: null,
        data: 'model.ubj',
        model_class: 'xgboost.core.Booster',
        model_format: 'ubj',
        xgb_version: facts.libraryVersion,
      },
    },
    is_signature_from_type_hint: false,
    metadata: { xgflow_codec: 'xgflow/codec.json' },
    mlflow_version: MLFLOW_VERSION,
    model_id: modelId ?? null,
    model_size_bytes: facts.sizeBytes,
    model_uuid: facts.uuid,
    prompts: null,
    ...(runId === undefined ? {} : { run_id: runId }),
    saved_input_example_info: {
      artifact_path: 'input_example.json',
      pandas_orient: 'split',
      serving_input_path: 'serving_input_example.json',
      type: 'dataframe',
    },
    signature: facts.signature,
    type_hint_from_example: false,
    utc_time_created: timeText(description.utcTimeCreated ?? new Date()),
  };
}

/** `YYYY-MM-DD HH:MM:SS.ffffff` in UTC. */
function timeText(time: Date): string {
  return time.toISOString().replace('T', ' ').replace('Z', '000');
}
