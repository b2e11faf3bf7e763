import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that lets a request through to the server but cuts the connection instead of passing its answer on. */
export interface CuttingProxy {
  readonly uri: string;
  /** Verb and path of every request that reached the server. */
  readonly passed: string[];
  close(): Promise<void>;
}

/** `cut` decides, after the server's reply to a request (its number among equal ones, from 1), whether the answer is lost. */
export async function cuttingProxy(
  upstream: string,
  cut: (row: string, nth: number) => boolean,
): Promise<CuttingProxy> {
  const target = new URL(upstream);
  const passed: string[] = [];
  const forward = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const options = {
      host: target.hostname,
      port: target.port,
      path: incoming.url,
      method: incoming.method,
      headers: incoming.headers,
    };
    const upstreamRequest = request(options, (answer) => {
      const row = `${incoming.method} ${incoming.url?.split('?')[0]}`;
      passed.push(row);
      if (cut(row, passed.filter((one) => one === row).length)) {
        answer.resume();
        incoming.socket.destroy();
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    upstreamRequest.on('error', () => incoming.socket.destroy());
    incoming.pipe(upstreamRequest);
  };
  const server = createServer(forward);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    uri: `http://127.0.0.1:${port}`,
    passed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
