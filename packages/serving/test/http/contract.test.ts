import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Predictor } from '@xgflow/model';
import { serveModel, type ModelServer } from '../../src/http/serve-model.ts';
import { directorySource } from '../../src/live/model-source.ts';

interface Recorded {
  readonly request: {
    name: string;
    method: string;
    path: string;
    type?: string;
    body?: string;
    latin?: boolean;
  };
  readonly answer: { status: number; type: string; text?: string; body?: unknown };
}

const contract = new URL('../fixtures/contract/', import.meta.url);
const recordedOf = (name: string): Recorded[] =>
  JSON.parse(readFileSync(new URL(`${name}.json`, contract), 'utf8')) as Recorded[];

/** Where we differ from `mlflow models serve`, and why. Everything else answers alike. */
const differences: Readonly<Record<string, { status: number; why: string }>> = {
  'records, one lacks a value': {
    status: 400,
    why: 'a misspelt name would count as missing and nobody would know; null says it',
  },
  'records, an integer is null': { status: 200, why: 'the model takes missing integers' },
  'records, true': { status: 400, why: 'true is no number; MLflow turns it into 1' },
  'records, none': { status: 200, why: 'no rows give no predictions, as in the split form' },
  'instances, lists': { status: 200, why: "values in the features' order are clear enough" },
  'upper case type': { status: 200, why: 'media types are the same in upper and lower case' },
};

async function ask(server: ModelServer, { method, path, type, body, latin }: Recorded['request']) {
  const bytes =
    body === undefined
      ? undefined
      : latin
        ? new Uint8Array([0xff])
        : new TextEncoder().encode(body);
  const response = await fetch(server.url + path, {
    method,
    ...(bytes === undefined ? {} : { body: bytes }),
    headers: type === undefined ? {} : { 'content-type': type },
  });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type') ?? '', text };
}

function serving(name: string): () => ModelServer {
  let server: ModelServer;
  beforeAll(async () => {
    const directory = new URL(name, contract).pathname;
    server = await serveModel(directorySource(directory), {
      port: 0,
      workers: 1,
      drainMs: 0,
      logLevel: 'silent',
    });
  }, 30_000);
  afterAll(() => server.close());
  return () => server;
}

describe('a model of numbers answers as `mlflow models serve` was recorded', () => {
  const server = serving('numbers');
  test.each(recordedOf('numbers').map((one) => [one.request.name, one] as const))(
    '%s',
    async (name, { request, answer }) => {
      const ours = await ask(server(), request);
      const difference = differences[name];
      if (difference !== undefined) {
        // One that is no difference any more must go from the list.
        expect(difference.status).not.toBe(answer.status);
        expect(ours.status).toBe(difference.status);
        return;
      }
      expect(ours.status).toBe(answer.status);
      if (answer.status === 415) expect(ours.type).toBe(answer.type);
      if (answer.status >= 400) {
        // The words are ours: they name the field, and never hold what was sent.
        if (answer.status === 400) {
          const said = JSON.parse(ours.text) as Record<string, unknown>;
          expect(said).toMatchObject({
            error_code: expect.any(String),
            message: expect.any(String),
          });
        }
        return;
      }
      expect(ours.type).toBe(answer.type);
      // The version is that of what answers.
      if (request.path === '/version') expect(ours.text).toMatch(/^\d+\.\d+\.\d+$/u);
      else if (answer.text !== undefined) expect(ours.text).toBe(answer.text);
      else expect(JSON.parse(ours.text)).toEqual(answer.body);
    },
  );

  test('every difference is one', () => {
    const names = recordedOf('numbers').map(({ request }) => request.name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(differences)));
  });
});

/** What each request of `categories` asks for. */
const asked: Readonly<Record<string, { age: number; region: string }>> = {
  split: { age: 30, region: 'north' },
  records: { age: 61, region: 'south' },
  inputs: { age: 30, region: 'west' },
  instances: { age: 30, region: 'west' },
  CSV: { age: 30, region: 'north' },
};

describe('a model with categories', () => {
  const server = serving('categories');
  test.each(recordedOf('categories').map((one) => [one.request.name, one] as const))(
    '%s: 400 from `mlflow models serve`, a prediction from us',
    async (name, { request, answer }) => {
      expect(answer.status).toBe(400);
      const ours = await ask(server(), request);
      expect(ours.status).toBe(200);
      const { predictions } = JSON.parse(ours.text) as { predictions: number[] };
      // The predictor is compared with Python's numbers in packages/model.
      using predictor = await Predictor.load(new URL('categories', contract).pathname);
      const { probabilities, unseen } = predictor.predictRecords([asked[name]!]);
      expect(predictions).toEqual([...probabilities]);
      expect([...unseen]).toEqual([0]);
    },
  );
});
