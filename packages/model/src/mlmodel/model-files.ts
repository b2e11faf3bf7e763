import { createHash, randomUUID } from 'node:crypto';
import { calibrationSchema } from '../calibration/calibration-schema.ts';
import { checkTarget } from './check-target.ts';
import { inspectBooster, type BoosterFacts } from './inspect-booster.ts';
import { realRows, splitText, syntheticRow } from './input-example.ts';
import { mlmodelDocument } from './mlmodel-document.ts';
import type { ModelDescription } from './model-description.ts';
import { taskOf } from './model-target.ts';
import type { ModelRecord } from './model-record.ts';
import { predictionKind } from './objective.ts';
import { packageVersion } from './package-version.ts';
import { condaEnvironment, requirementsText, virtualEnvironment } from './python-environment.ts';
import { inputColumns, signatureOf } from './signature.ts';
import { profilePath } from '../profile/read-profile.ts';
import { yamlText } from './yaml-text.ts';

/** Content by path inside the directory. */
export type ModelFiles = ReadonlyMap<string, string | Uint8Array>;

/** Every file of a model directory, MLmodel last. */
export function modelFiles(description: ModelDescription): ModelFiles {
  const { codec, model, profile, schema } = description;
  const facts = inspectBooster(model, codec);
  checkTarget(description, facts);
  const columns = inputColumns(codec.features, schema);
  const asked = description.inputExampleRows;
  const rows =
    asked !== undefined && asked.rows > 0
      ? realRows(codec.features, asked.table, asked.rows)
      : syntheticRow(codec.features, schema);
  const example = splitText(columns, rows);
  const wanted = new Set([...codec.featureNames, description.exposure]);
  const features = { ...schema, columns: schema.columns.filter(({ name }) => wanted.has(name)) };

  const files = new Map<string, string | Uint8Array>([
    ['model.ubj', model],
    ['input_example.json', example],
    ['serving_input_example.json', `{"dataframe_split": ${example}}`],
    ['xgflow/codec.json', jsonText(codec)],
    ['xgflow/schema.json', jsonText(features)],
    ['xgflow/model.json', jsonText(recordOf(description, facts))],
    ...(profile ? [[profilePath, `${JSON.stringify(profile)}\n`] as const] : []),
  ]);
  const sizeBytes = [...files.values()].reduce((sum, content) => sum + byteLength(content), 0);
  const document = mlmodelDocument(description, {
    libraryVersion: facts.libraryVersion,
    signature: signatureOf(columns, facts.outputs),
    sizeBytes,
    uuid: description.modelUuid ?? randomUUID().replaceAll('-', ''),
  });
  files.set('requirements.txt', requirementsText());
  files.set('conda.yaml', yamlText(condaEnvironment(), { sorted: false }));
  files.set('python_env.yaml', yamlText(virtualEnvironment(), { sorted: false }));
  files.set('MLmodel', yamlText(document, { sorted: true }));
  return files;
}

function recordOf(description: ModelDescription, facts: BoosterFacts): ModelRecord {
  const { calibration, exposure, target, threshold, metrics, metricsSource } = description;
  const kind = predictionKind(facts.objective);
  const { classes, name } = target;
  return {
    version: exposure === undefined && calibration === undefined ? 1 : 2,
    modelSha256: createHash('sha256').update(description.model).digest('hex'),
    objective: facts.objective,
    outputs: facts.outputs,
    rounds: facts.rounds,
    target: { name, task: taskOf(kind), ...(classes && { classes: [...classes] }) },
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

function byteLength(content: string | Uint8Array): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
}
