import { expect, test } from '@jest/globals';
import { rejection, sendJson, withServer } from './with-server.ts';

test.each(['before', 'during'])('the caller gives up %s the request', async (when) => {
  await withServer(
    () => undefined,
    async ({ transport }) => {
      const controller = new AbortController();
      if (when === 'before') controller.abort('enough');
      else
        setTimeout(() => {
          controller.abort('enough');
        }, 50);
      const { signal } = controller;
      const error = await rejection(transport.json({ method: 'GET', path: '/x', signal }));
      const attempts = when === 'before' ? 0 : 1;
      expect(error).toMatchObject({ name: 'AbortedError', attempts, cause: 'enough' });
    },
  );
});

test('closing the client ends what is under way', async () => {
  await withServer(
    () => undefined,
    async ({ transport, seen }) => {
      const call = rejection(transport.json({ method: 'GET', path: '/x', deadlineMs: 60_000 }));
      setTimeout(() => {
        transport.close();
      }, 50);
      expect(await call).toMatchObject({ name: 'AbortedError', attempts: 1 });
      expect(seen).toHaveLength(1);
    },
    { attemptTimeoutMs: 60_000 },
  );
});

test('closing the client sends nothing of what waits for its turn', async () => {
  await withServer(
    () => undefined,
    async ({ transport, seen }) => {
      const calls = ['/a', '/b'].map((path) => rejection(transport.json({ method: 'GET', path })));
      setTimeout(() => {
        transport.close();
      }, 50);
      expect(await Promise.all(calls)).toMatchObject([
        { name: 'AbortedError', attempts: 1 },
        { name: 'AbortedError', attempts: 0 },
      ]);
      expect(seen).toEqual(['GET /a']);
    },
    { attemptTimeoutMs: 60_000, maxInFlight: 1 },
  );
});

test('closing the client ends the pause before another attempt', async () => {
  await withServer(
    (_, response) => {
      response.writeHead(429, { 'retry-after': '30' }).end();
    },
    async ({ transport, seen }) => {
      const call = rejection(transport.json({ method: 'GET', path: '/x', deadlineMs: 60_000 }));
      setTimeout(() => {
        transport.close();
      }, 50);
      expect(await call).toMatchObject({ name: 'AbortedError', attempts: 1 });
      expect(seen).toHaveLength(1);
    },
  );
});

test('a time beyond what a timer holds is long, not over at once', async () => {
  await withServer(
    (_, response) => {
      setTimeout(() => {
        sendJson(response, 200, {});
      }, 30);
    },
    async ({ transport, seen }) => {
      await transport.json({ method: 'GET', path: '/x' });
      expect(seen).toHaveLength(1);
    },
    { attemptTimeoutMs: 2 ** 32, deadlineMs: 2 ** 32 },
  );
});

test('at most maxInFlight requests are in flight', async () => {
  let now = 0;
  let most = 0;
  await withServer(
    (_, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        sendJson(response, 200, {});
      }, 20);
    },
    async ({ transport }) => {
      const calls = Array.from({ length: 12 }, () => transport.json({ method: 'GET', path: '/x' }));
      await Promise.all(calls);
      expect(most).toBe(3);
    },
    { maxInFlight: 3 },
  );
});
