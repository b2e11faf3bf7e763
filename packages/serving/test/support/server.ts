import { Writable } from 'node:stream';
import { serveModel, type ModelServer } from '../../src/http/serve-model.ts';
import type { ServeOptions } from '../../src/http/serve-options.ts';
import { directorySource, type ModelSource } from '../../src/live/model-source.ts';

/** A server under test. */
export interface Served {
  readonly server: ModelServer;
  readonly url: string;
  /** Log lines so far. */
  readonly log: () => string;
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON; undefined where it is none. */
  readonly body: unknown;
}

/** Serves a model on a free port while `run` asks it. */
export async function withServer<T>(
  model: string | ModelSource,
  options: ServeOptions,
  run: (served: Served) => Promise<T>,
): Promise<T> {
  let log = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  const source = typeof model === 'string' ? directorySource(model) : model;
  const settings = { port: 0, workers: 1, drainMs: 0, pollMs: 3_600_000, log: stream, ...options };
  const server = await serveModel(source, settings);
  const { url } = server;
  try {
    return await run({
      server,
      url,
      log: () => log,
      get: (path, headers = {}) => ask(url + path, { headers }),
      post: (path, body, headers = {}) =>
        ask(url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body:
            typeof body === 'string' || body instanceof Uint8Array
              ? (body as NonNullable<RequestInit['body']>)
              : JSON.stringify(body),
        }),
    });
  } finally {
    await server.close();
  }
}

async function ask(url: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(url, request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
