import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { withServer, type Served } from '../support/server.ts';
import { sharedModel } from '../support/shared-model.ts';

const model = sharedModel();

/** 600 kB that become 5.8 MB, more than a connection takes on its way; sixteen full bodies may be held, 9.6 MB. */
const csv = `n,region,children\n${',,\n'.repeat(200_000)}`;
const limits = { workers: 1, bodyLimit: csv.length, maxRows: 200_000 };
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
