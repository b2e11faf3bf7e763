import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../src/http/clock.ts';
import { createTransport, type Transport } from '../../src/http/transport.ts';
import { resolveOptions } from '../../src/options.ts';
import type { ClientOptions } from '../../src/options/client-options.ts';

/** A stub server that counts requests, and a transport to it. */
export interface Stage {
  readonly uri: string;
  readonly transport: Transport;
  /** `POST /x` for each request seen, in order. */
  readonly seen: string[];
}

/** Runs `test` against a server that answers with `handler` (the n-th request has n = 1, 2, …). */
export async function withServer<T>(
  handler: (request: http.IncomingMessage, response: http.ServerResponse, n: number) => void,
  test: (stage: Stage) => Promise<T>,
  options: ClientOptions = {},
): Promise<T> {
  const seen: string[] = [];
  const server = http.createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    request.on('error', () => undefined);
    handler(request, response, seen.length);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const transport = transportTo(uri, options);
  try {
    return await test({ uri, transport, seen });
  } finally {
    transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** A transport with short times and nothing from the environment. */
export function transportTo(uri: string, options: ClientOptions = {}, clock?: Clock): Transport {
  const short = { attemptTimeoutMs: 400, deadlineMs: 3000, connectPatienceMs: 300 };
  return createTransport(
    resolveOptions({ trackingUri: uri, ...short, ...options }, {}, '/nonexistent'),
    clock,
  );
}

/** Answers JSON with a content length. */
export function sendJson(response: http.ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  const length = Buffer.byteLength(text);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': length });
  response.end(text);
}

/** What the promise rejects with; fails when it resolves. */
export async function rejection(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  const value = await promise.then(
    (resolved) => ({ resolved }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in value)) throw new Error(`resolved with ${JSON.stringify(value.resolved)}`);
  return value.error as Record<string, unknown>;
}
