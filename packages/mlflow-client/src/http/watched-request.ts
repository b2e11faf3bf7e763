import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** How far a request got; read after it failed. */
export interface Progress {
  connected: boolean;
  reused: boolean;
}

/**
 * Node's own `request`, with an eye on the connection: until it stands (over TLS: until the handshake
 * is done) no byte of the request can have reached the server.
 */
export function watchedRequest(progress: Progress): {
  request(
    options: https.RequestOptions,
    onAnswer: (answer: http.IncomingMessage) => void,
  ): http.ClientRequest;
} {
  return {
    request(options, onAnswer) {
      const { request: open } = options.protocol === 'https:' ? https : http;
      const request = open(options, onAnswer);
      request.once('socket', (socket: Socket) => {
        progress.reused = request.reusedSocket;
        const established = () => {
          progress.connected = true;
        };
        if (request.reusedSocket || !socket.connecting) established();
        else socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', established);
      });
      return request;
    },
  };
}
