import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveOptions } from '../../src/options.ts';
import type { ClientOptions } from '../../src/options/client-options.ts';
import type { Auth } from '../../src/options/resolved-options.ts';

const NOWHERE = '/nonexistent';
const URI = 'http://127.0.0.1:5000';
let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'xgflow-options-'));
  mkdirSync(join(home, '.mlflow'));
  writeFileSync(
    join(home, '.mlflow', 'credentials'),
    '[other]\nmlflow_tracking_username = eve\n[mlflow]\nmlflow_tracking_username = file-user\nmlflow_tracking_password: p;w#1\\x%%\n',
  );
});

afterAll(() => {
  rmSync(home, { recursive: true });
});

const shown = (auth: Auth): string => {
  if (auth.kind === 'basic') return `${auth.username}:${auth.password.reveal()}`;
  return auth.kind === 'bearer' ? auth.token.reveal() : 'none';
};

describe('credentials', () => {
  type Row = readonly [string, ClientOptions, Record<string, string>, boolean, string];
  const ENV = { MLFLOW_TRACKING_USERNAME: 'env-user', MLFLOW_TRACKING_PASSWORD: 'env-pw' };
  const ROWS: readonly Row[] = [
    ['nothing', {}, {}, false, 'none'],
    ['the file', {}, {}, true, 'file-user:p;w#1\\x%'],
    ['environment over file', {}, ENV, true, 'env-user:env-pw'],
    ['half of each', {}, { MLFLOW_TRACKING_USERNAME: 'env-user' }, true, 'env-user:p;w#1\\x%'],
    ['explicit over environment', { username: 'me', password: 'pw' }, ENV, true, 'me:pw'],
    ['in the URI', { trackingUri: 'http://ann:p%40ss@127.0.0.1' }, ENV, true, 'ann:p@ss'],
    ['token of the environment', {}, { MLFLOW_TRACKING_TOKEN: 't' }, false, 't'],
    [
      'basic over token, as in Python',
      {},
      { ...ENV, MLFLOW_TRACKING_TOKEN: 't' },
      false,
      'env-user:env-pw',
    ],
    ['explicit token over environment', { token: 'mine' }, ENV, true, 'mine'],
    [
      'basic over token, both explicit',
      { token: 'mine', username: 'me', password: 'pw' },
      {},
      false,
      'me:pw',
    ],
    ['a name without password', {}, { MLFLOW_TRACKING_USERNAME: 'x' }, false, 'none'],
    [
      'empty variables',
      {},
      { MLFLOW_TRACKING_USERNAME: '', MLFLOW_TRACKING_TOKEN: '' },
      false,
      'none',
    ],
  ];
  test.each(ROWS)('%s', (_name, explicit, env, withFile, expected) => {
    const options = { trackingUri: URI, ...explicit };
    expect(shown(resolveOptions(options, env, withFile ? home : NOWHERE).auth)).toBe(expected);
  });
});

describe('tracking URI', () => {
  test.each<[string, string]>([
    ['http://127.0.0.1:5000/', 'http://127.0.0.1:5000'],
    [' https://mlflow.example/prefix/ ', 'https://mlflow.example/prefix'],
    ['http://ann:pw@127.0.0.1:5000/x', 'http://127.0.0.1:5000/x'],
    ['HTTP://LOCALHOST:80', 'http://localhost'],
  ])('%s', (uri, baseUrl) => {
    const options = resolveOptions({ trackingUri: uri, onWarning: () => undefined }, {}, NOWHERE);
    expect(options.baseUrl).toBe(baseUrl);
  });

  test('it comes from the environment when it is not given', () => {
    expect(resolveOptions({}, { MLFLOW_TRACKING_URI: URI }, NOWHERE).origin).toBe(URI);
  });

  test.each<[string | undefined, RegExp]>([
    [undefined, /no tracking URI.*MLFLOW_TRACKING_URI/],
    ['', /no tracking URI/],
    ['mlruns', /is no URL/],
    ['sqlite:///mlflow.db', /scheme sqlite:.*--backend-store-uri/],
    ['file:///tmp/mlruns', /scheme file:/],
    ['databricks', /managed services/],
    ['databricks://profile', /managed services/],
    ['arn:aws:sagemaker:us-east-1:1:mlflow-tracking-server/x', /managed services/],
    ['azureml://eastus/x', /managed services/],
    ['postgresql://ann:canary@db/mlflow', /scheme postgresql:/],
    ['http://127.0.0.1:5000/?token=canary', /query or a fragment/],
    ['http://', /not http: or https:/],
  ])('%s is refused', (trackingUri, message) => {
    const resolve = () => resolveOptions({ trackingUri }, {}, NOWHERE);
    expect(resolve).toThrow(expect.objectContaining({ name: 'OptionsError' }));
    expect(resolve).toThrow(message);
    expect(resolve).not.toThrow(/canary/);
  });
});

describe('the rest', () => {
  const resolve = (explicit: ClientOptions, env: Record<string, string> = {}) =>
    resolveOptions({ trackingUri: URI, ...explicit }, env, NOWHERE);

  test('defaults', () => {
    expect(resolve({})).toMatchObject({
      attemptTimeoutMs: 35_000,
      deadlineMs: 120_000,
      maxInFlight: 8,
      workspace: undefined,
      tls: { ca: undefined, client: undefined, insecure: false },
    });
  });
  test('MLFLOW_HTTP_REQUEST_TIMEOUT is in seconds', () => {
    expect(resolve({}, { MLFLOW_HTTP_REQUEST_TIMEOUT: '7' }).attemptTimeoutMs).toBe(7000);
  });
  test('workspace', () => {
    expect(resolve({}, { MLFLOW_WORKSPACE: 'team-a' }).workspace).toBe('team-a');
  });
  test.each<[string, ClientOptions, Record<string, string>, RegExp]>([
    ['a timeout of 0', { attemptTimeoutMs: 0 }, {}, /attemptTimeoutMs must be a positive/],
    [
      'a timeout that is no number',
      {},
      { MLFLOW_HTTP_REQUEST_TIMEOUT: 'x' },
      /^MLFLOW_HTTP_REQUEST_TIMEOUT is "x", not a number of seconds/,
    ],
    ['a patience below 0', { connectPatienceMs: -1 }, {}, /connectPatienceMs must be/],
    ['half a request', { maxInFlight: 0.5 }, {}, /maxInFlight must be a whole number/],
    [
      'a header of two lines',
      { headers: { 'X-A': 'canary\nB: c' } },
      {},
      /^the header "X-A" cannot be sent(?!.*canary)/,
    ],
    [
      'a header that frames',
      { headers: { 'Content-Length': '5' } },
      {},
      /set by the client itself/,
    ],
    ['insecure and a CA', { insecureTls: true, caPath: '/x' }, {}, /both set/],
    ['a CA that is not there', { caPath: '/none' }, {}, /\/none cannot be read/],
  ])('%s is refused', (_name, explicit, env, message) => {
    expect(() => resolve(explicit, env)).toThrow(message);
  });
  test.each<[string, Record<string, string>, string[]]>([
    ['another registry', { MLFLOW_REGISTRY_URI: 'http://u:canary@other' }, ['MLFLOW_REGISTRY_URI']],
    ['the same registry', { MLFLOW_REGISTRY_URI: `${URI}/` }, []],
    ['AWS signatures', { MLFLOW_TRACKING_AWS_SIGV4: 'true' }, ['MLFLOW_TRACKING_AWS_SIGV4']],
    ['no AWS signatures', { MLFLOW_TRACKING_AWS_SIGV4: 'false' }, []],
    ['a plug-in', { MLFLOW_TRACKING_AUTH: 'kubernetes' }, ['MLFLOW_TRACKING_AUTH']],
    ['an empty variable', { MLFLOW_TRACKING_AUTH: '' }, []],
  ])('a setting of Python that is not followed is told: %s', (_name, env, named) => {
    const warnings: string[] = [];
    resolve({ onWarning: (message) => warnings.push(message) }, env);
    expect(warnings.map((text) => text.split(' is not followed: ')[0])).toEqual(named);
    expect(warnings.join()).not.toContain('canary');
  });
  test.each<[string, ClientOptions, number]>([
    ['plain http to another host', { trackingUri: 'http://mlflow.example', token: 't' }, 1],
    ['https', { trackingUri: 'https://mlflow.example', token: 't' }, 0],
    ['this machine', { trackingUri: 'http://[::1]:5000', token: 't' }, 0],
    ['no credentials', { trackingUri: 'http://mlflow.example' }, 0],
  ])('warnings: %s', (_name, options, count) => {
    const warnings: string[] = [];
    resolve({ ...options, onWarning: (message) => warnings.push(message) });
    expect(warnings).toHaveLength(count);
  });
});
