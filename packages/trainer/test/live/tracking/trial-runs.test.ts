import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { collect, metricsOf, MlflowClient, paramsOf, where } from '@xgflow/mlflow-client';
import type { TrialRecord, VariantResult } from '../../../src/sweep/result.ts';
import type { VariantPlan } from '../../../src/sweep/variant-plan.ts';
import { writeTrialRuns } from '../../../src/tracking/trial-runs.ts';

const uri = process.env.XGFLOW_TEST_MLFLOW_URI ?? '';

/** The real server behind a port that counts what is asked of it. */
async function withCounter(work: (uri: string, asked: string[]) => Promise<void>): Promise<void> {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
    const onward = request(new URL(incoming.url ?? '/', uri), {
      method: incoming.method,
      headers: { ...incoming.headers, host: new URL(uri).host },
    });
    onward.once('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const plan = { name: 'original', search: { scoring: 'roc_auc' } } as VariantPlan;
const trials: TrialRecord[] = [0.7, 0.9, 0.8].map((score, index) => ({
  index,
  params: { eta: 0.1 * (index + 1), max_depth: index + 2, booster: 'gbtree' },
  foldScores: [score, score + 0.02],
  foldRounds: [10, 20],
  seconds: 1.5,
}));

test('the best trials become runs below the variant, three requests each', async () => {
  await withCounter(async (counted, asked) => {
    using client = new MlflowClient({ trackingUri: counted });
    const experiment = await client.experiments.ensure(`trial-runs-${process.pid}-${Date.now()}`);
    const experimentId = experiment.experiment_id;
    const parent = await client.runs.create({ experimentId, runName: 'original' });
    const parentRunId = parent.info.run_id;
    asked.length = 0;
    const target = { client, experimentId, parentRunId, sweepId: 's', count: 2 };
    await writeTrialRuns(target, plan, { trials } as unknown as VariantResult);
    expect(asked).toHaveLength(2 * 3);

    const filter = where.tag('mlflow.parentRunId').eq(parentRunId);
    const runs = await collect(client.runs.search({ experimentIds: [experimentId], filter }));
    const byName = runs.toSorted((a, b) =>
      (a.info.run_name ?? '').localeCompare(b.info.run_name ?? ''),
    );
    expect(byName.map(({ info }) => [info.run_name, info.status])).toEqual([
      ['original trial 1', 'FINISHED'],
      ['original trial 2', 'FINISHED'],
    ]);
    const [first] = byName;
    expect(paramsOf(first!)).toEqual({ eta: '0.2', max_depth: '3', booster: 'gbtree' });
    expect(metricsOf(first!)).toEqual({
      cv_roc_auc: 0.91,
      cv_roc_auc_std: expect.closeTo(0.01, 12),
      mean_rounds: 15,
      seconds: 1.5,
    });
  });
});
