import { expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import type http from 'node:http';
import { Readable } from 'node:stream';
import { MlflowClient } from '../../src/client.ts';
import { resolveOptions } from '../../src/options.ts';
import type { ClientOptions } from '../../src/options/client-options.ts';
import { rejection, sendJson, withServer } from './with-server.ts';

const PASSWORD = 'canary/p+ss"wörd';
const TOKEN = 'canary-token-1234';
const base64 = Buffer.from(`ann:${PASSWORD}`).toString('base64');
const CANARIES = [PASSWORD, TOKEN, base64, encodeURIComponent(PASSWORD), 'canary'];

const AUTHS: Record<string, ClientOptions> = {
  basic: { username: 'ann', password: PASSWORD },
  bearer: { token: TOKEN },
  'a token of a function': { token: () => TOKEN },
  'a header': { headers: { 'X-Gateway-Key': TOKEN } },
};

/** Servers that throw what they got back at us, and all ways to fail. */
const hostile = (secret: string): Record<string, http.RequestListener> => ({
  'echo as MLflow error': (request, response) => {
    const said = request.headers.authorization ?? '';
    const plain = Buffer.from(said.split(' ')[1] ?? '', 'base64').toString();
    sendJson(response, 400, { error_code: 'BAD_REQUEST', message: `${said} ${plain} ${secret}` });
  },
  'echo as text': (request, response) => {
    response.writeHead(403).end(request.headers.authorization);
  },
  'echo as page': (request, response) => {
    response.writeHead(200).end(`<title>${request.headers.authorization ?? ''}</title>`);
  },
  'echo in a redirect': (request, response) => {
    const code = encodeURIComponent(secret);
    const location = `https://ann:${code}@evil.example/${code}/${request.headers.authorization ?? ''}`;
    response.writeHead(302, { location }).end();
  },
  'echo in a fault': (request, response) => {
    response.writeHead(500).end(request.headers.authorization);
  },
  'no credentials accepted': (_, response) => {
    response.writeHead(401).end('You are not authenticated');
  },
  reset: (_, response) => {
    response.socket?.destroy();
  },
  stall: () => undefined,
  'cut JSON': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":');
  },
});

const SECRETS: Record<string, string> = {
  basic: PASSWORD,
  bearer: TOKEN,
  'a token of a function': TOKEN,
  'a header': TOKEN,
};

const cases = Object.keys(AUTHS).flatMap((auth) =>
  Object.keys(hostile('')).map((server) => [auth, server] as const),
);

test.each(cases)('%s auth, %s: no secret in any error', async (auth, server) => {
  await withServer(
    hostile(SECRETS[auth]!)[server]!,
    async ({ transport }) => {
      const open = () => Readable.from([Buffer.from('x')]);
      const calls = [
        transport.json({ method: 'POST', path: '/create', body: { a: 1 } }),
        transport.json({ method: 'GET', path: '/get' }),
        transport.upload({ path: '/put', length: 1, open }),
        transport.download({ path: '/get' }, (body) => body.toArray()),
      ];
      const failed = (await Promise.allSettled(calls)).filter((r) => r.status === 'rejected');
      expect(failed.length).toBeGreaterThan(1);
      for (const { reason } of failed) expectClean(reason);
      expectClean(transport);
    },
    { ...AUTHS[auth], deadlineMs: 300, attemptTimeoutMs: 100, transferIdleMs: 100 },
  );
});

test('options and clients show no secret', () => {
  const options = { trackingUri: `http://ann:${encodeURIComponent(PASSWORD)}@127.0.0.1:1` };
  expectClean(resolveOptions(options, {}, '/nonexistent'));
  expectClean(resolveOptions({ trackingUri: 'http://127.0.0.1:1', token: TOKEN }, {}, '/none'));
  expectClean(new MlflowClient(options));
});

test('the secrets did go on the wire', async () => {
  const got: unknown[] = [];
  const listen: http.RequestListener = (request, response) => {
    got.push(request.headers.authorization ?? request.headers['x-gateway-key']);
    sendJson(response, 200, {});
  };
  for (const options of Object.values(AUTHS)) {
    await withServer(
      listen,
      ({ transport }) => transport.json({ method: 'GET', path: '/x' }),
      options,
    );
  }
  expect(got).toEqual([`Basic ${base64}`, `Bearer ${TOKEN}`, `Bearer ${TOKEN}`, TOKEN]);
});

test('a token that runs out is renewed between requests, and the old one stays hidden', async () => {
  const tokens = ['canary-first', 'canary-second', '', 'two words'];
  const got: unknown[] = [];
  await withServer(
    (request, response) => {
      got.push(request.headers.authorization);
      sendJson(response, 400, { error_code: 'BAD_REQUEST', message: got.join(' ').slice(7) });
    },
    async ({ transport }) => {
      const get = () => rejection(transport.json({ method: 'GET', path: '/x' }));
      await get();
      expectClean(await get());
      expect(got).toEqual(['Bearer canary-first', 'Bearer canary-second']);
      for (const error of [await get(), await get()]) {
        expect(error).toMatchObject({ name: 'OptionsError' });
      }
      expect(got).toHaveLength(2);
    },
    { token: () => tokens.shift() ?? '' },
  );
});

function expectClean(value: unknown): void {
  const shown: string[] = [];
  for (let part = value; part !== undefined && part !== null;) {
    shown.push(inspect(part, { depth: 20, showHidden: true, getters: true }));
    shown.push(JSON.stringify(part));
    if (!(part instanceof Error)) break;
    shown.push(part.message, part.stack ?? '', String(part));
    part = part.cause;
  }
  const text = shown.join('\n');
  for (const canary of CANARIES) expect(text).not.toContain(canary);
}
