import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { withServer, type Served } from '../support/server.ts';
import { sharedModel } from '../support/shared-model.ts';

const model = sharedModel();

/** 600 kB that become 5.8 MB, more than a connection takes on its way; only one such answer may be held. */
const csv = `n,region,children\n${',,\n'.repeat(200_000)}`;
const limits = { workers: 1, bodyLimit: csv.length, maxRows: 200_000, heldBytes: 9.6e6 };
const type = { 'content-type': 'text/csv' };
const small = { dataframe_records: [{ n: 3, region: 'north', children: 2 }] };

/** Asks for the large answer and reads its beginning only. */
async function slowReader({ url }: Served): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const head = `POST /predict?keep=all HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: text/csv\r\n`;
  socket.write(`${head}content-length: ${csv.length}\r\n\r\n${csv}`);
  await once(socket, 'readable');
  return socket;
}

test('answers that nobody reads count as held: the next large one is 503, small ones are answered', async () => {
  await withServer(model(), limits, async (served) => {
    const slow = await slowReader(served);
    const refused = await served.post('/predict?keep=all', csv, type);
    expect(refused.status).toBe(503);
    expect(refused.text).toContain('too many answers wait to be read');
    expect(refused.headers.get('retry-after')).toBe('1');
    expect((await served.post('/predict', small)).status).toBe(200);
    slow.destroy();
  });
}, 30_000);

test('who does not read on is cut, and holds nothing more', async () => {
  await withServer(model(), { ...limits, sendTimeoutMs: 300 }, async (served) => {
    const slow = await slowReader(served);
    const inFlight = async (): Promise<string> =>
      /^xgflow_http_requests_in_flight (\d+)$/mu.exec((await served.get('/metrics')).text)?.[1] ??
      '';
    // The request for the metrics itself.
    while ((await inFlight()) !== '1') await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = once(slow, 'close');
    slow.resume();
    await closed;
    expect(slow.bytesRead).toBeLessThan(5.8e6);
  });
}, 30_000);

/** Sends requests without waiting for an answer. @returns how many were answered before the connection ended */
async function ahead({ url }: Served, requests: number): Promise<number> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const ping = `GET /ping HTTP/1.1\r\nhost: ${hostname}\r\n`;
  socket.write(`${ping}\r\n`.repeat(requests - 1) + `${ping}connection: close\r\n\r\n`);
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(socket, 'close');
  return text.split('HTTP/1.1 200').length - 1;
}

test('a hundred requests may be sent ahead of their answers, no more', async () => {
  await withServer(model(), limits, async (served) => {
    expect(await ahead(served, 100)).toBe(100);
    expect(await ahead(served, 1000)).toBeLessThan(1000);
    const { text } = await served.get('/metrics');
    expect(/^xgflow_connections_dropped_total \d+$/mu.exec(text)?.[0]).toMatch(/ 1$/u);
    expect((await served.post('/predict', small)).status).toBe(200);
  });
}, 30_000);
