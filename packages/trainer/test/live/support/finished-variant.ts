import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileDigest, inferSchema, readCsv } from '@xgflow/data';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { Codec, writeModelDirectory } from '@xgflow/model';
import { DMatrix, train } from '@xgflow/xgboost-node';
import { runTags } from '../../../src/record/run-tags.ts';

/** A folder of its own; removed afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xgflow-gate-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const rows = 400;
const tested = 200;
const label = (row: number): number => Number(Math.sin(row * 12.9898) + Math.cos(row) * 0.3 > 0);

/** Writes `data.csv`: two numbers that tell the label, a group, the label. */
export async function writeTable(folder: string): Promise<void> {
  const lines = Array.from({ length: rows }, (_, row) => {
    const hint = Math.round(Math.sin(row * 12.9898) * 1000) / 1000;
    const other = Math.round(Math.cos(row) * 1000) / 1000;
    return [hint, other, row % 2 === 0 ? 'f' : 'm', label(row)].join(',');
  });
  await writeFile(path.join(folder, 'data.csv'), ['hint,other,gender,y', ...lines, ''].join('\n'));
}

export interface VariantQuality {
  /** What share of the training labels is wrong: the more, the worse the model. */
  readonly wrong: number;
  readonly rounds?: number;
}

/**
 * A finished sweep of one variant with a real model, `split.csv` and `sweep.json`, as a gate and a registration look at
 * them: trained on the first rows of `data.csv` in the folder, tested on the rest.
 *
 * @returns the sweep's id and the variant's run
 */
export async function finishedVariant(
  client: MlflowClient,
  { experimentId, folder, sweepId }: { experimentId: string; folder: string; sweepId: string },
  { rounds = 8, wrong }: VariantQuality,
): Promise<string> {
  const own = { [runTags.sweepId]: sweepId };
  const sweepTags = { ...own, [runTags.role]: 'sweep', [runTags.state]: 'finished' };
  await client.runs.create({ experimentId, tags: sweepTags });
  const file = path.join(folder, 'data.csv');
  const tags = {
    ...own,
    [runTags.role]: 'variant',
    [runTags.variant]: 'default',
    [runTags.dataDigest]: await fileDigest(file),
  };
  const { info } = await client.runs.create({ experimentId, tags });
  const upload = (text: string, name: string): Promise<void> =>
    client.artifacts.uploadText(info.artifact_uri, text, name);
  await upload(JSON.stringify(config), 'sweep.json');
  const split = Array.from({ length: rows }, (_, row) =>
    row < rows - tested ? `${row},train,0` : `${row},test,`,
  );
  await upload(['row,part,fold', ...split, ''].join('\n'), 'split.csv');
  const model = await client.loggedModels.create({
    experimentId,
    name: 'model',
    sourceRunId: info.run_id,
  });
  const modelId = model.info.model_id;
  await logFiles(client, model.info.artifact_uri, { file, rounds, wrong });
  await client.loggedModels.finalize(modelId, 'READY');
  await client.runs.logBatch(info.run_id, {
    metrics: [{ key: 'test_f1', value: 0.5 }],
    tags: { [runTags.modelId]: modelId },
  });
  await client.runs.update(info.run_id, { status: 'FINISHED' });
  return info.run_id;
}

const config = {
  name: 'gate',
  source: 'data.csv',
  target: 'y',
  categorical: ['gender'],
  sensitive: ['gender'],
  sensitive_use: 'slices_only',
  variants: { default: { space: { max_depth: { int: [1, 3] } } } },
};

async function logFiles(
  client: MlflowClient,
  location: string,
  { file, rounds, wrong }: { file: string; rounds: number; wrong: number },
): Promise<void> {
  const table = (await readCsv(file, { categorical: ['gender'] })).drop(['gender', 'y']);
  const some = table.take(Int32Array.from({ length: rows - tested }, (_, row) => row));
  const codec = Codec.fromTable(some);
  const labels = Float32Array.from({ length: some.rowCount }, (_, row) =>
    row % 100 < wrong * 100 ? 1 - label(row) : label(row),
  );
  using data = DMatrix.fromColumns(codec.encodeTable(some), { label: labels, nthread: 1 });
  const params = { objective: 'binary:logistic', max_depth: 3, nthread: 1 } as const;
  using booster = train(params, data, { rounds }).booster;
  await withFolder(async (folder) => {
    const directory = path.join(folder, 'model');
    await writeModelDirectory(directory, {
      model: booster.toBuffer('ubj'),
      codec,
      schema: inferSchema(some),
      target: { name: 'y', classes: [0, 1] },
    });
    await client.artifacts.uploadDirectory(location, directory);
  });
}
