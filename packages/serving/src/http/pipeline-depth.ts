import type { Socket } from 'node:net';

/** Far more than clients do that send requests before the last one is answered. */
const MOST = 100;

/** Requests of each connection that are not answered yet: 64 KiB hold thousands of small ones, and all their answers would be kept. */
export class PipelineDepth {
  readonly #open = new WeakMap<Socket, number>();

  /** @returns false where the connection has sent too many */
  begin(socket: Socket): boolean {
    const open = (this.#open.get(socket) ?? 0) + 1;
    this.#open.set(socket, open);
    return open <= MOST;
  }

  end(socket: Socket): void {
    this.#open.set(socket, (this.#open.get(socket) ?? 1) - 1);
  }
}
