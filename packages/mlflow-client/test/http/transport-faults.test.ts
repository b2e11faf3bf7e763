import { describe, expect, test } from '@jest/globals';
import type http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { rejection, sendJson, transportTo, withServer } from './with-server.ts';

type Fault = (request: http.IncomingMessage, response: http.ServerResponse) => void;

const afterBody = (request: http.IncomingMessage, act: () => void) => {
  request.resume();
  request.on('end', act);
};
/** The first request meets the fault, all later ones are answered. */
const once =
  (fault: Fault) => (request: http.IncomingMessage, response: http.ServerResponse, n: number) => {
    if (n === 1) fault(request, response);
    else
      afterBody(request, () => {
        sendJson(response, 200, { n });
      });
  };

const LOST_ANSWERS: Record<string, Fault> = {
  'connection reset before any answer': (_, response) => {
    response.socket?.destroy();
  },
  'lost ack: the work is done, the answer is not sent': (request, response) => {
    afterBody(request, () => response.socket?.destroy());
  },
  'half a body behind a content length': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('{"run": {');
    setTimeout(() => response.socket?.destroy(), 30);
  },
  'half of a 404, which could be a route or a thing that is not there': (_, response) => {
    response.writeHead(404, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('{"error_code": "RES');
    setTimeout(() => response.socket?.destroy(), 30);
  },
  'half of a 400, which could be a busy server': (_, response) => {
    response.writeHead(400, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('{"error_code": "BAD');
    setTimeout(() => response.socket?.destroy(), 30);
  },
  'half a body that ends by closing': (_, response) => {
    response.socket?.end(
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n{"run": {"in',
    );
  },
  'no body that ends by closing': (_, response) => {
    response.socket?.end(
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n',
    );
  },
  'half a status line': (_, response) => {
    response.socket?.end('HTTP/1.1 20');
  },
  'stall before the headers': () => undefined,
  'stall after the headers': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('{');
  },
  'one byte now and then': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 40);
    response.on('close', () => {
      clearInterval(drip);
    });
  },
  'bad gateway': (_, response) => {
    response.writeHead(502).end('<html>');
  },
  'gateway timeout': (_, response) => {
    response.writeHead(504).end();
  },
  'a 503 that is not MLflow’s': (_, response) => {
    response.writeHead(503).end('upstream connect error or disconnect/reset before headers');
  },
};

describe.each(Object.entries(LOST_ANSWERS))('%s', (_name, fault) => {
  test('a repeatable request is sent again', async () => {
    await withServer(once(fault), async ({ transport, seen }) => {
      const body = { metrics: [] };
      const request = { method: 'POST', path: '/log-batch', body, repeatable: true } as const;
      expect(await transport.json(request)).toEqual({ n: 2 });
      expect(seen).toHaveLength(2);
    });
  });

  test('a request that must not be repeated is sent once', async () => {
    await withServer(once(fault), async ({ transport, seen }) => {
      const error = await rejection(
        transport.json({ method: 'POST', path: '/runs/create', body: {} }),
      );
      expect(error).toMatchObject({
        name: 'OutcomeUnknownError',
        endpoint: 'POST /runs/create',
        attempts: 1,
      });
      expect(seen).toHaveLength(1);
    });
  });
});

const REFUSALS: Record<string, Fault> = {
  'too many requests': (_, response) => {
    response.writeHead(429, { 'retry-after': '0' }).end();
  },
  'no database connection, which MLflow answers with 400': (_, response) => {
    sendJson(response, 400, {
      error_code: 'BAD_REQUEST',
      message: 'QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00',
    });
  },
  'a locked database': (_, response) => {
    sendJson(response, 503, { error_code: 'TEMPORARILY_UNAVAILABLE', message: 'locked' });
  },
};

test.each(Object.entries(REFUSALS))(
  '%s: nothing was done, so even a create is sent again',
  async (_name, fault) => {
    await withServer(once(fault), async ({ transport }) => {
      const answer = await transport.json({ method: 'POST', path: '/runs/create', body: {} });
      expect(answer).toEqual({ n: 2 });
    });
  },
);

test('a 500 is sent three times, then it is final', async () => {
  await withServer(
    (_, response) => {
      response.writeHead(500).end('Internal Server Error');
    },
    async ({ transport, seen }) => {
      const error = await rejection(transport.json({ method: 'GET', path: '/x' }));
      expect(error).toMatchObject({ name: 'ServerFaultError', status: 500, attempts: 3 });
      expect(seen).toHaveLength(3);
    },
  );
});

test('passing faults end by the deadline and keep what the server said', async () => {
  await withServer(
    (_, response) => {
      sendJson(response, 503, { error_code: 'TEMPORARILY_UNAVAILABLE', message: 'being migrated' });
    },
    async ({ transport, seen }) => {
      const request = { method: 'GET', path: '/x', deadlineMs: 1500 } as const;
      const error = await rejection(transport.json(request));
      expect(error).toMatchObject({
        name: 'ServerUnavailableError',
        status: 503,
        errorCode: 'TEMPORARILY_UNAVAILABLE',
        transient: true,
        reason: 'being migrated',
      });
      expect(seen.length).toBeGreaterThan(1);
      expect(error.attempts).toBe(seen.length);
    },
  );
});

test('an old pooled connection that the server has closed costs nobody an error', async () => {
  const sockets = new Set<net.Socket>();
  await withServer(
    (request, response, n) => {
      if (sockets.has(request.socket) && n === 2) request.socket.destroy();
      else sendJson(response, 200, { n });
      sockets.add(request.socket);
    },
    async ({ transport, seen }) => {
      await transport.json({ method: 'GET', path: '/a' });
      expect(await transport.json({ method: 'GET', path: '/b' })).toEqual({ n: 3 });
      expect(seen).toEqual(['GET /a', 'GET /b', 'GET /b']);
      expect(sockets.size).toBe(2);
    },
  );
});

test('what must not be repeated never rides on a pooled connection', async () => {
  const sockets = new Set<net.Socket>();
  await withServer(
    (request, response, n) => {
      sockets.add(request.socket);
      afterBody(request, () => {
        sendJson(response, 200, { n });
      });
    },
    async ({ transport }) => {
      await transport.json({ method: 'GET', path: '/a' });
      await transport.json({ method: 'POST', path: '/runs/create', body: {} });
      expect(sockets.size).toBe(2);
    },
  );
});

test('a server that was never met is given up after connectPatienceMs, and named', async () => {
  const transport = transportTo(`http://127.0.0.1:${await freePort()}`);
  const error = await rejection(
    transport.json({ method: 'POST', path: '/runs/create', body: {}, deadlineMs: 60_000 }),
  );
  expect(error).toMatchObject({ name: 'ServerUnavailableError', code: 'ECONNREFUSED' });
  expect(String(error.message)).toMatch(/an MLflow server runs at http:\/\/127\.0\.0\.1/);
  transport.close();
});

test('a port that speaks no HTTP fails at once', async () => {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end('SSH-2.0-OpenSSH_9.2\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const transport = transportTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const error = await rejection(transport.json({ method: 'GET', path: '/x', deadlineMs: 60_000 }));
  expect(error).toMatchObject({ name: 'ServerUnavailableError', attempts: 1, transient: false });
  transport.close();
  server.close();
});

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
