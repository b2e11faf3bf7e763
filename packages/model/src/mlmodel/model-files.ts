import { randomUUID } from 'node:crypto';
import { calibrationSchema } from '../calibration/calibration-schema.ts';
import type { EnsembleDescription } from '../ensemble/ensemble-description.ts';
import { exampleFeatures, realRows, splitText, syntheticRow } from './input-example.ts';
import { mlmodelDocument } from './mlmodel-document.ts';
import type { ModelDescription } from './model-description.ts';
import { modelParts, type ModelParts } from './model-parts.ts';
import type { ModelRecord } from './model-record.ts';
import { taskOf } from './model-target.ts';
import { predictionKind } from './objective.ts';
import { packageVersion } from './package-version.ts';
import { condaEnvironment, requirementsText, virtualEnvironment } from './python-environment.ts';
import { needsLoader, pythonLoader } from './python-loader.ts';
import { inputColumns, signatureOf } from './signature.ts';
import { profilePath } from '../profile/read-profile.ts';
import { yamlText } from './yaml-text.ts';

export interface ModelFiles {
  /** Content by path inside the directory, MLmodel last. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly modelSha256: string;
}

/** Every file of a model directory. */
export function modelFiles(description: ModelDescription | EnsembleDescription): ModelFiles {
  const { codec, exposure, profile, schema } = description;
  const parts = modelParts(description);
  const loader = needsLoader(description) ? pythonLoader() : undefined;
  const columns = inputColumns(codec.features, schema, exposure);
  const example = splitText(columns, exampleRows(description));
  const wanted = new Set([...codec.featureNames, exposure]);
  const features = { ...schema, columns: schema.columns.filter(({ name }) => wanted.has(name)) };

  const files = new Map<string, string | Uint8Array>([
    ...parts.boosters,
    ['input_example.json', example],
    ['serving_input_example.json', `{"dataframe_split": ${example}}`],
    ['xgflow/codec.json', jsonText(codec)],
    ['xgflow/schema.json', jsonText(features)],
    ['xgflow/model.json', jsonText(recordOf(description, parts))],
    ...(profile ? [[profilePath, `${JSON.stringify(profile)}\n`] as const] : []),
  ]);
  if (loader) files.set(loader.path, loader.text);
  const sizeBytes = [...files.values()].reduce(
    (sum, content) => sum + Buffer.byteLength(content),
    0,
  );
  const document = mlmodelDocument(description, {
    libraryVersion: parts.facts.libraryVersion,
    signature: signatureOf(columns, parts.facts.outputs, loader !== undefined),
    loaderModule: loader?.module,
    isEnsemble: parts.ensemble !== undefined,
    sizeBytes,
    uuid: description.modelUuid ?? randomUUID().replaceAll('-', ''),
  });
  files.set('requirements.txt', requirementsText());
  files.set('conda.yaml', yamlText(condaEnvironment(), { sorted: false }));
  files.set('python_env.yaml', yamlText(virtualEnvironment(), { sorted: false }));
  files.set('MLmodel', yamlText(document, { sorted: true }));
  return { files, modelSha256: parts.modelSha256 };
}

function exampleRows({
  codec,
  exposure,
  inputExampleRows: asked,
  schema,
}: Omit<ModelDescription, 'model'>) {
  const features = exampleFeatures(codec.features, exposure);
  return asked !== undefined && asked.rows > 0
    ? realRows(features, asked.table, asked.rows)
    : syntheticRow(features, schema, exposure);
}

function recordOf(
  description: ModelDescription | EnsembleDescription,
  { ensemble, facts, modelSha256 }: ModelParts,
): ModelRecord {
  const { calibration, exposure, target, threshold, metrics, metricsSource } = description;
  const kind = predictionKind(facts.objective);
  const { classes, name } = target;
  const plain = exposure === undefined && calibration === undefined && ensemble === undefined;
  return {
    version: plain ? 1 : 2,
    modelSha256,
    objective: facts.objective,
    outputs: facts.outputs,
    rounds: facts.rounds,
    target: { name, task: taskOf(kind), ...(classes && { classes: [...classes] }) },
    ...(ensemble && { ensemble }),
    ...(exposure !== undefined && { exposure }),
    ...(calibration && { calibration: calibrationSchema.parse(calibration) }),
    threshold: threshold ?? (kind === 'binary' ? 0.5 : null),
    ...(description.thresholdRule && { thresholdRule: description.thresholdRule }),
    metrics: { ...metrics },
    metricsSource: metricsSource ?? null,
    libraries: {
      xgflow: packageVersion(),
      xgboost: facts.libraryVersion,
      node: process.versions.node,
    },
  };
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
