import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Scene } from './scene.ts';

/** One answer to every request, as a real server or proxy was seen to give it. */
export interface StubAnswer {
  readonly status: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Starts a server that always answers the same, until the scene is closed; resolves with its address. */
export async function stubServer(scene: Scene, answer: StubAnswer): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(answer.status, {
      'content-type': answer.type ?? 'text/html; charset=utf-8',
      ...answer.headers,
    });
    response.end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scene.after(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
