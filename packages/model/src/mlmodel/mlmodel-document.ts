import type { ModelDescription } from './model-description.ts';
import { MODEL_PATH } from './model-parts.ts';
import { MLFLOW_VERSION, PYTHON_VERSION } from './python-environment.ts';
import { CODE_FOLDER } from './python-loader.ts';
import type { Signature } from './signature.ts';

/** What is known of the directory's other files. */
interface DocumentFacts {
  readonly libraryVersion: string;
  readonly sizeBytes: number;
  readonly signature: Signature;
  readonly uuid: string;
  /** Python module of the loader in the directory; undefined where MLflow's own is enough. */
  readonly loaderModule: string | undefined;
  /** No single booster that MLflow's flavor `xgboost` could load. */
  readonly isEnsemble: boolean;
}

/** `MLmodel` as data, with the keys that MLflow itself writes. */
export function mlmodelDocument(
  description: Omit<ModelDescription, 'model'>,
  facts: DocumentFacts,
): Record<string, unknown> {
  const { artifactPath, modelId, runId } = description;
  return {
    ...(artifactPath === undefined ? {} : { artifact_path: artifactPath }),
    flavors: flavors(facts),
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

function flavors({ isEnsemble, libraryVersion, loaderModule }: DocumentFacts) {
  const python = {
    env: { conda: 'conda.yaml', virtualenv: 'python_env.yaml' },
    python_version: PYTHON_VERSION,
  };
  const booster = {
    code: null,
    data: MODEL_PATH,
    model_class: 'xgboost.core.Booster',
    model_format: 'ubj',
    xgb_version: libraryVersion,
  };
  return {
    // A loader of the directory is given the directory: without `data` MLflow does so.
    python_function:
      loaderModule === undefined
        ? { ...python, data: MODEL_PATH, loader_module: 'mlflow.xgboost' }
        : { ...python, code: CODE_FOLDER, loader_module: loaderModule },
    ...(isEnsemble ? { xgflow: { xgb_version: libraryVersion } } : { xgboost: booster }),
  };
}

/** `YYYY-MM-DD HH:MM:SS.ffffff` in UTC. */
function timeText(time: Date): string {
  return time.toISOString().replace('T', ' ').replace('Z', '000');
}
