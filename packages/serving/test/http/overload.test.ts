import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { withServer, type Served } from '../support/server.ts';
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

const MIB = 2 ** 20;

/** A body that goes on with `chunks`, and ends when it is told to. */
function unfinished(chunks: readonly string[]) {
  let end = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      end = () => {
        controller.close();
      };
    },
  });
  return {
    body,
    end: () => {
      end();
    },
  };
}

function postStream({ url }: Served, body: ReadableStream, headers = {}): Promise<Response> {
  const type = { 'content-type': 'application/json', ...headers };
  return fetch(`${url}/invocations`, { method: 'POST', headers: type, body, duplex: 'half' });
}

test('bodies over the memory that they may take together are 503 before they are read', async () => {
  await withServer(model(), { bodyLimit: MIB, heldBytes: 4 * MIB }, async (served) => {
    const { hostname, port } = new URL(served.url);
    const head = `POST /invocations HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n`;
    const held = Array.from({ length: 4 }, () => {
      const socket = connect(Number(port), hostname);
      socket.write(`${head}content-length: ${MIB}\r\n\r\n{`);
      return socket;
    });
    const large = { ...small, note: 'x'.repeat(100_000) };
    while ((await served.post('/invocations', large)).status !== 503);
    for (const socket of held) socket.destroy();
    while ((await served.post('/invocations', large)).status !== 200);
  });
}, 30_000);

test('a body without a length is held as far as it has come', async () => {
  await withServer(model(), { bodyLimit: MIB, heldBytes: MIB / 2 }, async (served) => {
    // One full body would be too much already.
    const bodies = Array.from({ length: 20 }, () => unfinished([JSON.stringify(small)]));
    const answers = bodies.map(({ body }) => postStream(served, body));
    const grown = await postStream(served, unfinished(['{"', 'x'.repeat(0.6 * MIB)]).body);
    expect(grown.status).toBe(503);
    for (const { end } of bodies) end();
    for (const answer of answers) expect((await answer).status).toBe(200);
  });
}, 30_000);

test('an answer that is more than all may hold is 413: no second try helps', async () => {
  await withServer(model(), { heldBytes: 35_000, workers: 1 }, async ({ post }) => {
    // 28 kB that become 40 kB.
    const instances = Array.from({ length: 2000 }, () => [3, 'north', 2]);
    const answer = await post('/predict', { instances });
    expect(answer).toMatchObject({ status: 413, body: { error_code: 'RESOURCE_EXHAUSTED' } });
    expect(answer.text).toContain('the answer is too large');
    expect((await post('/predict', small)).status).toBe(200);
  });
}, 30_000);

test('a worker that takes too long is ended: 504 for its request, and another takes its place', async () => {
  await withServer(model(), { workers: 1, scoringTimeoutMs: 1 }, async ({ get, post, log }) => {
    const huge = { dataframe_records: Array.from({ length: 40_000 }, () => row) };
    const answer = await post('/invocations', huge);
    expect(answer).toMatchObject({ status: 504, body: { error_code: 'DEADLINE_EXCEEDED' } });
    expect((await post('/invocations', small)).status).toBe(200);
    // It is told once the worker has come back from what it was at.
    while (!log().includes('another takes its place')) await sleep(5);
    expect((await get('/metrics')).text).toContain('xgflow_worker_deaths_total 1');
  });
}, 30_000);
