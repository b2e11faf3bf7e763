import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { withServer, type Served } from '../support/server.ts';
import { sharedModel } from '../support/shared-model.ts';

const model = sharedModel({ threshold: 0.4 });
const good = { n: 3, region: 'north', children: 2 };

const serving = <T>(run: (served: Served) => Promise<T>, options = {}): Promise<T> =>
  withServer(model(), options, run);

describe('limits', () => {
  test('too many bytes, with and without a length, and too many rows are 413', async () => {
    await serving(
      async ({ post, url }) => {
        const long = JSON.stringify({ dataframe_records: [{ ...good, note: 'x'.repeat(5000) }] });
        expect(await post('/invocations', long)).toMatchObject({
          status: 413,
          body: { error_code: 'RESOURCE_EXHAUSTED' },
        });
        const stream = new Blob([long]).stream();
        const chunked = await fetch(`${url}/invocations`, {
          method: 'POST',
          body: stream,
          duplex: 'half',
          headers: { 'content-type': 'application/json' },
        });
        expect(chunked.status).toBe(413);
        for (const body of [
          { dataframe_records: [good, good, good, good] },
          { inputs: { n: [1, 2, 3, 4] } },
        ]) {
          expect((await post('/invocations', body)).status).toBe(413);
        }
        const csv = 'n,region,children\n1,a,1\n1,a,1\n1,a,1\n1,a,1\n';
        expect((await post('/invocations', csv, { 'content-type': 'text/csv' })).status).toBe(413);
      },
      { bodyLimit: 4000, maxRows: 3 },
    );
  });

  test('a request that comes too slowly is cut off, and others are answered meanwhile', async () => {
    await serving(
      async ({ post, url }) => {
        const { hostname, port } = new URL(url);
        const socket = connect(Number(port), hostname);
        let said = '';
        socket.on('data', (chunk) => (said += chunk.toString())).on('error', () => undefined);
        socket.write(
          'POST /invocations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
        );
        const closed = new Promise((resolve) => socket.once('close', resolve));
        expect((await post('/invocations', { dataframe_records: [good] })).status).toBe(200);
        await closed;
        expect(said).toContain('408');
      },
      { requestTimeoutMs: 300, headersTimeoutMs: 300 },
    );
  }, 10_000);
});

describe('who may ask', () => {
  const token = 'a-token-of-some-length';

  test('with a token only who has it; the probes and the page need none', async () => {
    await serving(
      async ({ get, post, log }) => {
        for (const path of ['/schema', '/metrics', '/version', '/nothing'])
          expect((await get(path)).status).toBe(401);
        expect((await post('/invocations', { dataframe_records: [good] })).status).toBe(401);
        for (const wrong of [token.slice(1), `${token}x`, `${token.slice(0, -1)}!`, '']) {
          const answer = await get('/schema', { authorization: `Bearer ${wrong}` });
          expect(answer.status).toBe(401);
          expect(answer.headers.get('www-authenticate')).toBe('Bearer');
        }
        expect((await get('/schema', { authorization: `Basic ${token}` })).status).toBe(401);
        expect((await get('/schema', { authorization: `bearer ${token}` })).status).toBe(200);
        for (const path of ['/ping', '/health', '/', '/page/main.js'])
          expect((await get(path)).status).toBe(200);
        expect(log()).not.toContain(token.slice(1));
      },
      { token },
    );
  });

  test('unknown routes and wrong verbs say what there is', async () => {
    await serving(async ({ get, post }) => {
      expect(await get('/nothing?secret=1')).toMatchObject({
        status: 404,
        body: { error_code: 'ENDPOINT_NOT_FOUND' },
      });
      const wrong = await get('/predict');
      expect(wrong.status).toBe(405);
      expect(wrong.headers.get('allow')).toBe('POST');
      expect((await post('/schema', {})).status).toBe(405);
    });
  });
});
