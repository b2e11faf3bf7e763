// Metrics through our client, one request after the other: node log-batch-client.ts URI BATCHES
import { MlflowClient } from '@xgflow/mlflow-client';
import { benchRun } from './bench-run.ts';
import { metricBatches } from './metric-batches.ts';
import { reportWork } from './report-work.ts';

const [trackingUri = '', count = '1'] = process.argv.slice(2);
const client = new MlflowClient({ trackingUri });
const runId = await benchRun(client);
const batches = metricBatches(Number(count));
await reportWork(async () => {
  for (const metrics of batches) await client.runs.logBatch(runId, { metrics });
});
