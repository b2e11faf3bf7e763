import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type BadAnswer, errorFromResponse } from '../../src/errors/from-response.ts';

const recorded = JSON.parse(
  readFileSync(new URL('../fixtures/error-answers.json', import.meta.url), 'utf8'),
) as Record<string, BadAnswer>;

const context = { endpoint: 'POST /x', attempts: 2 };
const of = (answer: BadAnswer) => errorFromResponse(answer, context);
const text = (status: number, body: string, contentType = 'text/html'): BadAnswer => ({
  status,
  contentType,
  body,
});

/** What MLflow 3.17.2 was seen to answer. */
const SEEN: Record<string, readonly [name: string, reason: RegExp]> = {
  'run not found': ['ResourceNotFoundError', /^Run with id=0+ not found$/],
  'model not found': [
    'ResourceNotFoundError',
    /^Registered Model with name=no-such-model not found$/,
  ],
  'artifact not found': ['ResourceNotFoundError', /^No such artifact: 'none\/none.txt'$/],
  'experiment exists': ['AlreadyExistsError', /^Experiment\(name=claims\) already exists\.$/],
  'param conflict, single': ['ParamConflictError', /^Changing param values is not allowed/],
  'param conflict, batch': ['ParamConflictError', /^Changing param values is not allowed/],
  'missing field': ['InvalidParameterError', /^Missing value for required parameter/],
  'database refuses': [
    'InvalidParameterError',
    /^the server's database refused: FOREIGN KEY constraint failed$/,
  ],
  'unknown route': ['EndpointNotFoundError', /no such route/],
  'wrong verb': ['EndpointNotFoundError', /no such route/],
  'workspaces off': ['FeatureDisabledError', /without workspaces support/],
  'not implemented by the store': ['FeatureDisabledError', /not supported/],
  'server fault': ['ServerFaultError', /^invalid literal/],
  'wrong host': ['ForbiddenError', /refuses this host name/],
  'foreign origin': ['ForbiddenError', /^Cross-origin request blocked$/],
  'web page': ['UnexpectedAnswerError', /looks like a web page/],
  'run in a deleted experiment': ['ExperimentDeletedError', /^experiment 7 is deleted$/],
  'write to a deleted run': ['RunDeletedError', /^run (?:a1){16} is deleted$/],
};

test('every recorded answer has a row', () => {
  expect(Object.keys(recorded).sort()).toEqual(Object.keys(SEEN).sort());
});

test.each(Object.entries(SEEN))('%s', (key, [name, reason]) => {
  const error = of(recorded[key]!);
  expect(error.name).toBe(name);
  expect(error.reason).toMatch(reason);
  expect(error.message).not.toMatch(/SQL|sqlite|sqlalche|\n/);
  expect(error).toMatchObject({ endpoint: 'POST /x', attempts: 2, status: recorded[key]!.status });
});

/** Other bodies of real servers: basic auth, proxies, artifact serving switched off. */
const OTHERS: Record<string, readonly [answer: BadAnswer, name: string, message: RegExp]> = {
  'basic auth, no credentials': [
    text(401, 'You are not authenticated. Please see https://www.mlflow.org/…'),
    'AuthError',
    /MLFLOW_TRACKING_TOKEN/,
  ],
  'basic auth, no permission': [
    text(403, 'Permission denied'),
    'ForbiddenError',
    /Permission denied/,
  ],
  'artifact serving off': [
    text(
      503,
      '{"detail":"Artifact serving is disabled. Run `mlflow server` …"}',
      'application/json',
    ),
    'FeatureDisabledError',
    /Artifact serving is disabled/,
  ],
  // MLflow 3.17.2 on VersityGW 1.8.0.
  'artifact not in S3': [
    text(
      500,
      '{"error_code":"INTERNAL_ERROR","message":"The following failures occurred while downloading one or more artifacts from s3://mlflow/artifacts:\\n##### File 1/a/artifacts/x.csv #####\\nAn error occurred (404) when calling the HeadObject operation: Not Found","sqlstate":"XXM00","error_class":"CLIENT_INTERNAL_ERROR"}',
      'application/json',
    ),
    'ResourceNotFoundError',
    /^the server's store has no such artifact · POST \/x · check the name/,
  ],
  'S3 that fails in another way': [
    text(
      500,
      '{"error_code":"INTERNAL_ERROR","message":"An error occurred (403) when calling the HeadObject operation: Forbidden"}',
      'application/json',
    ),
    'ServerFaultError',
    /Forbidden/,
  ],
  'no database connection': [
    text(
      400,
      '{"error_code":"BAD_REQUEST","message":"QueuePool limit of size 5 overflow 10 reached"}',
    ),
    'ServerUnavailableError',
    /QueuePool limit/,
  ],
  'login page': [
    text(200, '<!doctype html><title>Sign in</title><input type="password">'),
    'UnexpectedAnswerError',
    /looks like a login page/,
  ],
  redirect: [
    { ...text(302, ''), location: 'https://sso.example/start?state=abc' },
    'UnexpectedAnswerError',
    /redirects \(302\) to https:\/\/sso\.example\/start ·/,
  ],
  'no content': [text(204, ''), 'UnexpectedAnswerError', /not the JSON of the MLflow API/],
  'empty bad gateway': [text(502, ''), 'ServerUnavailableError', /answered 502/],
  'gateway page': [
    text(502, '<html><head><title>502 Bad Gateway</title></head></html>'),
    'ServerUnavailableError',
    /a page "502 Bad Gateway"/,
  ],
  'cut JSON': [text(400, '{"error_code": "INVAL'), 'InvalidParameterError', /INVAL/],
  'error_code as a number': [
    text(404, '{"error_code": 404, "message": "gone"}'),
    'ResourceNotFoundError',
    /gone/,
  ],
  'unknown code and status': [
    text(418, '{"error_code":"TEAPOT","message":"short and stout"}'),
    'RequestRefusedError',
    /short and stout/,
  ],
  'too large for the proxy': [
    text(413, ''),
    'RequestRefusedError',
    /answered 413 · .* · raise the limit/,
  ],
};

test.each(Object.entries(OTHERS))('%s', (_key, [answer, name, message]) => {
  const error = of(answer);
  expect(error.name).toBe(name);
  expect(error.message).toMatch(message);
});

describe('param conflicts', () => {
  test.each(['param conflict, single', 'param conflict, batch'])('%s', (key) => {
    expect(of(recorded[key]!)).toMatchObject({
      conflicts: [{ key: 'depth', oldValue: '6', newValue: '7' }],
    });
  });
});

test('a deleted run tells its id and how to restore it', () => {
  const error = of(recorded['write to a deleted run']!);
  expect(error).toMatchObject({ runId: 'a1'.repeat(16) });
  expect(error.hint).toMatch(/mlflow runs restore --run-id (?:a1){16}\) .* its experiment/);
});

test('a deleted experiment tells its id and how to restore it', () => {
  expect(of(recorded['run in a deleted experiment']!)).toMatchObject({ experimentId: '7' });
  expect(of(recorded['run in a deleted experiment']!).hint).toMatch(/restore --experiment-id 7/);
});

test('terminal escapes and newlines of a server never reach a message', () => {
  const body = JSON.stringify({ error_code: 'BAD_REQUEST', message: 'a\u001b[31m\nb\u2028c' });
  expect(of(text(400, body)).reason).toBe('a [31m b c');
});

test('an endless message is cut', () => {
  const body = JSON.stringify({ error_code: 'BAD_REQUEST', message: 'x'.repeat(100_000) });
  expect(of(text(400, body)).reason).toHaveLength(401);
});
