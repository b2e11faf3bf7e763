import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * What happens to a request: `reset` drops the connection before the server sees it, `lost-ack` after the
 * server has done it, `half-reply` in the middle of the answer; `busy` answers 503 in the server's stead.
 */
export const faults = ['reset', 'lost-ack', 'half-reply', 'busy'] as const;
export type Fault = (typeof faults)[number];

/** A proxy before the tracking server that spoils chosen requests. */
export class FaultProxy implements AsyncDisposable {
  /** Verb and path of every request that came, in order; retries included. */
  readonly seen: string[] = [];
  /** The fault of the request that comes as number `nth`, from 1; `request` is its verb and path. */
  fault: (nth: number, request: string) => Fault | undefined = () => undefined;
  readonly #server: Server;
  readonly #upstream: URL;
  #port = 0;

  private constructor(upstream: string) {
    this.#upstream = new URL(upstream);
    this.#server = createServer((incoming, outgoing) => {
      this.#forward(incoming, outgoing).catch(() => incoming.socket.destroy());
    });
  }

  static async open(upstream: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(upstream);
    await proxy.up();
    return proxy;
  }

  get uri(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Takes connections, on the same port as before. */
  async up(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Ends all connections and refuses new ones. */
  async down(): Promise<void> {
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
      this.#server.closeAllConnections();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.down();
  }

  async #forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const name = `${incoming.method ?? ''} ${incoming.url?.split('?')[0] ?? ''}`;
    this.seen.push(name);
    const fault = this.fault(this.seen.length, name);
    if (fault === 'reset') {
      incoming.socket.destroy();
      return;
    }
    const sent = await buffer(incoming);
    if (fault === 'busy') {
      outgoing.writeHead(503, { 'Retry-After': '0', 'Content-Type': 'text/plain' }).end('busy');
      return;
    }
    const { answer, body } = await this.#ask(incoming, sent);
    if (fault === 'lost-ack') {
      incoming.socket.destroy();
      return;
    }
    const headers = { ...answer.headers };
    delete headers['transfer-encoding'];
    outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': body.length });
    if (fault !== 'half-reply') {
      outgoing.end(body);
      return;
    }
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => incoming.socket.destroy());
  }

  #ask(
    { method, url, headers }: IncomingMessage,
    sent: Buffer,
  ): Promise<{ answer: IncomingMessage; body: Buffer }> {
    const { hostname, port } = this.#upstream;
    return new Promise((resolve, reject) => {
      const options = { hostname, port, path: url, method, headers };
      const asked = request(options, (answer) => {
        buffer(answer).then((body) => {
          resolve({ answer, body });
        }, reject);
      });
      asked.on('error', reject).end(sent);
    });
  }
}
