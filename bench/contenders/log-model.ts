// A model logged as the sweep does it: node log-model.ts MODEL CSV WARM URI
// WARM calls after one to warm up, each timed, the least of them printed; 0: one call, nothing printed.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inferSchema, readCsv } from '@xgflow/data';
import { MlflowClient } from '@xgflow/mlflow-client';
import { codecOfBooster, writeModelDirectory } from '@xgflow/model';
import { Booster } from '@xgflow/xgboost-node';
import { leastOf } from '../measure/sample.ts';
import type { Sample } from '../measure/sample.ts';
import { claimsColumns } from './claims-columns.ts';
import { timed } from './report-work.ts';

const [modelFile = '', csv = '', warm = '0', trackingUri = ''] = process.argv.slice(2);
const target = 'claim_status';
const table = (await readCsv(csv, await claimsColumns())).drop([target]);
const model = await readFile(modelFile);
using booster = Booster.fromBuffer(model);

const client = new MlflowClient({ trackingUri });
const { experiment_id: experimentId } = await client.experiments.ensure('bench-log-model');
const { info: run } = await client.runs.create({ experimentId });
const scratch = await mkdtemp(path.join(tmpdir(), 'xgflow-bench-model-'));
let count = 0;

async function log(): Promise<void> {
  const { info } = await client.loggedModels.create({
    experimentId,
    name: 'model',
    sourceRunId: run.run_id,
    modelType: 'xgboost',
  });
  const directory = path.join(scratch, String(++count));
  await writeModelDirectory(directory, {
    model,
    codec: codecOfBooster(booster),
    schema: inferSchema(table),
    target: { name: target, classes: [0, 1] },
    runId: run.run_id,
    modelId: info.model_id,
  });
  await client.artifacts.uploadDirectory(info.artifact_uri, directory);
  await client.loggedModels.finalize(info.model_id, 'READY');
  await client.runs.logOutputs(run.run_id, [{ modelId: info.model_id }]);
}

try {
  await log();
  const times: Sample[] = [];
  while (times.length < Number(warm)) times.push(await timed(log));
  if (times.length > 0) console.log(JSON.stringify(leastOf(times)));
  await client.runs.update(run.run_id, { status: 'FINISHED', endTime: Date.now() });
} finally {
  await rm(scratch, { recursive: true, force: true });
}
