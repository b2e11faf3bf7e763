import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { identifyProcess } from '@xgflow/mlflow-client/process';
import type { Predictor } from '@xgflow/model';
import { auditDecision } from '../../src/decisions/audit-decision.ts';
import { DecisionLog } from '../../src/decisions/decision-log.ts';
import type { DecisionLogOptions } from '../../src/decisions/decision-log.ts';
import { findDecision } from '../../src/decisions/find-decision.ts';
import { records, withModel } from '../decisions/support.ts';
import { withServer } from '../support/server.ts';
import type { Served } from '../support/server.ts';

async function withLoggingServer(
  options: DecisionLogOptions,
  run: (
    served: Served & { log: () => string; file: string; predictor: Predictor },
  ) => Promise<void>,
): Promise<void> {
  await withModel(async ({ folder, log: file, predictor }) => {
    await using decisions = await DecisionLog.open(file, options);
    await withServer(join(folder, 'model'), { decisions }, (served) =>
      run({ ...served, file, predictor }),
    );
  });
}

const csv = ['town,age', ...records.map(({ age, town }) => `${town},${age}`), ''].join('\n');
const bodies = [
  { name: 'records', path: '/invocations', body: { dataframe_records: records }, type: 'json' },
  {
    name: 'split, another order of columns',
    path: '/predict',
    body: {
      dataframe_split: {
        columns: ['town', 'age'],
        data: records.map(({ age, town }) => [town, age]),
      },
    },
    type: 'json',
  },
  {
    name: 'explained',
    path: '/explain',
    body: { dataframe_records: records.slice(0, 5) },
    type: 'json',
  },
  { name: 'CSV, scored by a worker', path: '/invocations', body: csv, type: 'csv' },
];

test('every row of every form is logged as it was decided, under the id of the answer', async () => {
  await withLoggingServer({}, async ({ file, post, predictor }) => {
    const { probabilities } = predictor.predictRecords(records);
    for (const { name, path, body, type } of bodies) {
      const content = { 'content-type': type === 'csv' ? 'text/csv' : 'application/json' };
      const answer = await post(path, body, content);
      expect({ name, status: answer.status }).toEqual({ name, status: 200 });
      const id = answer.headers.get('x-xgflow-decision-id') ?? '';
      const decision = await findDecision(file, `${id}.4`);
      expect(decision).toMatchObject({
        route: path.slice(1),
        score: probabilities[4],
        threshold: 0.5,
        model: { sha256: predictor.info.sha256 },
      });
      expect({ ...decision.input, age: Number(decision.input.age) }).toEqual(records[4]);
      expect((await auditDecision({ decision, predictor, log: file })).equal).toBe(true);
    }
  });
});

test('a request that is refused is no decision', async () => {
  await withLoggingServer({}, async ({ file, post }) => {
    const answer = await post('/invocations', { dataframe_records: [{ age: 'old', town: 'Ulm' }] });
    expect([answer.status, answer.headers.get('x-xgflow-decision-id')]).toEqual([400, null]);
    await expect(findDecision(file, '2')).rejects.toThrow(/^no decision/);
  });
});

test('what cannot be logged is not given: 503 with Retry-After, said in the log, and given when it can be again', async () => {
  await withLoggingServer({ maxBytes: 1 }, async ({ file, log, post }) => {
    const ask = () => post('/predict', { dataframe_records: records.slice(0, 2) });
    expect((await ask()).status).toBe(200);
    // The log is full after every request here, and another process that lives has its hand on the next file.
    const { started } = identifyProcess(process.ppid)!;
    const hand = `${file}.lock-${process.ppid}-${started}-abcdef`;
    await writeFile(hand, '');
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(refused.headers.get('x-xgflow-decision-id')).toBeNull();
    expect(refused.text).toContain('the decision could not be logged');
    expect(log()).toContain('a request failed');
    await rm(hand);
    const again = await ask();
    expect(again.status).toBe(200);
    const id = again.headers.get('x-xgflow-decision-id') ?? '';
    expect((await findDecision(file, `${id}.1`)).input).toEqual(records[1]);
  });
});

test('a column to redact that the model does not take ends the start', async () => {
  await withModel(async ({ folder, log }) => {
    await using decisions = await DecisionLog.open(log, { redact: ['twon'] });
    await expect(
      withServer(join(folder, 'model'), { decisions }, () => Promise.resolve()),
    ).rejects.toThrow(
      /^the model takes no column "twon" to redact · .*decisions.log · did you mean town\?$/,
    );
  });
});
