import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createTransport } from '../../src/http/transport.ts';
import { resolveOptions } from '../../src/options.ts';
import { rejection, transportTo } from './with-server.ts';

const URI = 'http://mlflow.test';
const URL_OF_RUN = `${URI}/api/2.0/mlflow/runs/get`;
const recorded = JSON.parse(
  readFileSync(new URL('../fixtures/error-answers.json', import.meta.url), 'utf8'),
) as Record<string, { status: number; contentType: string; body: string }>;
const server = setupServer();
const transport = transportTo(URI, { maxAnswerBytes: 10_000 });
const get = () => transport.json({ method: 'GET', path: '/api/2.0/mlflow/runs/get' });
const answer = (body: string | Uint8Array<ArrayBuffer> | null, init: ResponseInit) => {
  server.use(http.get(URL_OF_RUN, () => new HttpResponse(body, init)));
};
const json = { 'content-type': 'application/json' };

beforeAll(() => {
  server.listen();
});
afterEach(() => {
  server.resetHandlers();
});
afterAll(() => {
  server.close();
  transport.close();
});

describe('answers that are success', () => {
  test.each<[string, string, unknown]>([
    ['an object', '{"run": {"info": {}}}', { run: { info: {} } }],
    ['unknown fields', '{"new": 1}', { new: 1 }],
    ['empty', '', {}],
    ['200 OK', '200 OK', {}],
    ['a big step', '{"step": 9223372036854775807}', { step: '9223372036854775807' }],
  ])('%s', async (_name, body, value) => {
    answer(body, { headers: { ...json, 'content-length': String(body.length) } });
    expect(await get()).toEqual(value);
  });
});

describe('answers that only look like success', () => {
  test.each<[string, string | null, ResponseInit, RegExp]>([
    [
      'a login page',
      '<html><input type="password">',
      { headers: { 'content-type': 'text/html' } },
      /login page/,
    ],
    ['a list', '[]', { headers: json }, /not the JSON of the MLflow API/],
    ['a string', '"hello"', { headers: json }, /not the JSON/],
    ['text', 'hello', { headers: { 'content-type': 'text/plain' } }, /not the JSON/],
    ['no content', null, { status: 204 }, /not the JSON/],
    [
      'a redirect',
      null,
      { status: 302, headers: { location: 'http://evil.example/' } },
      /redirects \(302\) to http:\/\/evil\.example/,
    ],
    ['too much', `{"a":"${'x'.repeat(10_000)}"}`, { headers: json }, /more than 10000 bytes/],
  ])('%s', async (_name, body, init, message) => {
    answer(body, init);
    const error = await rejection(get());
    expect(error).toMatchObject({ name: 'UnexpectedAnswerError', attempts: 1 });
    expect(error.message).toMatch(message);
  });

  test('a gzip bomb is not unpacked beyond the limit', async () => {
    const bomb = gzipSync(`{"a":"${'x'.repeat(5_000_000)}"}`);
    answer(new Uint8Array(bomb), { headers: { ...json, 'content-encoding': 'gzip' } });
    expect((await rejection(get())).message).toMatch(/more than 10000 bytes/);
  });
});

const FINAL = Object.entries(recorded).filter(([, { status }]) => status >= 400 && status !== 500);
test.each(FINAL)(
  'recorded answer "%s" is final at once',
  async (_name, { status, body, contentType }) => {
    answer(body, { status, headers: { 'content-type': contentType } });
    const error = await rejection(get());
    expect(error).toMatchObject({ status, attempts: 1, endpoint: 'GET /api/2.0/mlflow/runs/get' });
  },
);

test('what goes out: credentials, workspace, JSON, no axios defaults', async () => {
  const requests: Request[] = [];
  server.use(
    http.all(`${URI}/*`, ({ request }) => {
      requests.push(request.clone());
      return HttpResponse.json({});
    }),
  );
  const own = createTransport(
    resolveOptions(
      { trackingUri: URI, token: 't', workspace: 'team', onWarning: () => undefined },
      {},
      '/none',
    ),
  );
  const query = { run_ids: ['a', 'b'], all: true };
  await own.json({ method: 'DELETE', path: '/x', query, body: { ä: 1 } });
  await own.json({ method: 'GET', path: '/api/3.0/mlflow/workspaces' });
  own.close();
  const [first, second] = requests;
  expect(first?.url).toBe(`${URI}/x?run_ids=a&run_ids=b&all=true`);
  expect(await first?.text()).toBe('{"ä":1}');
  expect(Object.fromEntries(first?.headers ?? [])).toMatchObject({
    authorization: 'Bearer t',
    'content-type': 'application/json',
    'user-agent': 'xgflow-mlflow-client',
    'x-mlflow-workspace': 'team',
  });
  expect(second?.headers.get('x-mlflow-workspace')).toBeNull();
});

test('a closed transport sends nothing', async () => {
  const own = transportTo(URI);
  own.close();
  expect(await rejection(own.json({ method: 'GET', path: '/x' }))).toMatchObject({
    name: 'AbortedError',
    attempts: 0,
  });
});
