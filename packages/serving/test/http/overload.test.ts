import { expect, test } from '@jest/globals';
import { withServer } from '../support/server.ts';
import { sharedModel } from '../support/shared-model.ts';

const model = sharedModel();

const row = { n: 3, region: 'north', children: 2 };
/** Too large for the thread that receives it: a worker scores it. */
const large = { dataframe_records: Array.from({ length: 3000 }, () => row) };
const small = { dataframe_records: [row] };

test('what finds the queue full is 503 with Retry-After; all else is answered, and it recovers', async () => {
  await withServer(model(), { workers: 1, queue: 2 }, async ({ get, post }) => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => post('/invocations', large)),
    );
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers, body } of refused) {
      expect(headers.get('retry-after')).toBe('1');
      expect(body).toMatchObject({ error_code: 'TEMPORARILY_UNAVAILABLE' });
    }
    const good = answers.filter(({ status }) => status === 200);
    expect(good.length + refused.length).toBe(30);
    expect(good.length).toBeGreaterThanOrEqual(2);
    expect((await post('/invocations', large)).status).toBe(200);
    expect((await get('/metrics')).text).toMatch(
      /xgflow_http_requests_total\{route="\/invocations",status="503"\} \d/u,
    );
  });
}, 30_000);

test('bodies over the memory that they may take together are 503 before they are read', async () => {
  await withServer(model(), { bodyLimit: 2 ** 20 }, async ({ url, post }) => {
    // Bodies without a length may become as long as any: 16 of them are all that may be held.
    const held = Array.from({ length: 16 }, () => {
      let end = (): void => undefined;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(JSON.stringify(small)));
          end = () => {
            controller.close();
          };
        },
      });
      const headers = { 'content-type': 'application/json' };
      const answer = fetch(`${url}/invocations`, {
        method: 'POST',
        headers,
        body: stream,
        duplex: 'half',
      });
      return {
        answer,
        end: () => {
          end();
        },
      };
    });
    while ((await post('/invocations', { ...small, note: 'x'.repeat(100_000) })).status !== 503);
    for (const { end } of held) end();
    for (const { answer } of held) expect((await answer).status).toBe(200);
    expect((await post('/invocations', small)).status).toBe(200);
  });
}, 30_000);

test('a worker that takes too long is ended: 504 for its request, and another takes its place', async () => {
  await withServer(model(), { workers: 1, scoringTimeoutMs: 1 }, async ({ get, post, log }) => {
    const huge = { dataframe_records: Array.from({ length: 40_000 }, () => row) };
    const answer = await post('/invocations', huge);
    expect(answer).toMatchObject({ status: 504, body: { error_code: 'DEADLINE_EXCEEDED' } });
    expect((await post('/invocations', small)).status).toBe(200);
    expect(log()).toContain('another takes its place');
    expect((await get('/metrics')).text).toContain('xgflow_worker_deaths_total 1');
  });
}, 30_000);
