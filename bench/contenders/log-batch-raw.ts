// The same metrics as ready bodies over one kept connection, nothing checked: node log-batch-raw.ts URI BATCHES
import { Agent, request } from 'node:http';
import { MlflowClient } from '@xgflow/mlflow-client';
import { benchRun } from './bench-run.ts';
import { metricBatches } from './metric-batches.ts';
import { reportWork } from './report-work.ts';

const [trackingUri = '', count = '1'] = process.argv.slice(2);
const runId = await benchRun(new MlflowClient({ trackingUri }));
const bodies = metricBatches(Number(count)).map((metrics) =>
  Buffer.from(JSON.stringify({ run_id: runId, metrics, params: [], tags: [] })),
);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function post(body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
    const sent = request(
      `${trackingUri}/api/2.0/mlflow/runs/log-batch`,
      { method: 'POST', agent, headers },
      (answer) => {
        answer.resume().once('end', () => {
          if (answer.statusCode === 200) resolve();
          else reject(new Error(`log-batch answered ${answer.statusCode ?? 'nothing'}`));
        });
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

await reportWork(async () => {
  for (const body of bodies) await post(body);
});
agent.destroy();
