import { expect, test } from '@jest/globals';
import { systemClock, type Clock } from '../../src/http/clock.ts';
import { Waiting, type WaitingEvent } from '../../src/http/waiting.ts';
import { rejection, sendJson, transportTo, withServer } from './with-server.ts';

/** Time that goes by in pauses only, and at once. */
function pausingClock(): Clock {
  let now = 0;
  return {
    ...systemClock,
    now: () => now,
    sleep: (ms) => {
      now += ms;
      return Promise.resolve();
    },
    random: () => 0,
  };
}

/** Asks a server once that answers by status, with a `Retry-After` of so many seconds. */
async function asked(
  statuses: readonly number[],
  retryAfter: string,
): Promise<readonly WaitingEvent[]> {
  const events: WaitingEvent[] = [];
  await withServer(
    (request, response, n) => {
      request.resume();
      response.setHeader('retry-after', retryAfter);
      sendJson(response, statuses[n - 1] ?? 200, {});
    },
    async ({ uri }) => {
      const options = {
        deadlineMs: 60_000,
        onWaiting: (event: WaitingEvent) => events.push(event),
      };
      const transport = transportTo(uri, options, pausingClock());
      await rejection(transport.json({ method: 'GET', path: '/x' })).catch(() => undefined);
      transport.close();
    },
  );
  return events;
}

test('a server that asks to wait is told of once, and its answer', async () => {
  expect(await asked([429, 429], '20')).toEqual([
    { state: 'waiting', reason: 'HTTP 429 Too Many Requests', leftMs: 60_000 },
    { state: 'over', afterMs: 40_000 },
  ]);
});

test('short pauses become a trouble when they add up', async () => {
  expect(await asked([503], '2')).toEqual([]);
  expect(await asked([503, 503, 503], '2')).toEqual([
    { state: 'waiting', reason: 'HTTP 503 Service Unavailable', leftMs: 58_000 },
    { state: 'over', afterMs: 6000 },
  ]);
});

test('a request that is given up has an error to tell, not an end of the trouble', async () => {
  expect(await asked([429, 429, 429, 429], '20')).toMatchObject([{ state: 'waiting' }]);
});

test('requests at the same time share one trouble, which ends with the last', () => {
  const events: WaitingEvent[] = [];
  const waiting = new Waiting((event) => events.push(event));
  const [a, b, c] = [{}, {}, {}];
  const refused = {
    kind: 'failure',
    code: 'ECONNREFUSED',
    reason: 'connect ECONNREFUSED 127.0.0.1:5000',
    sent: false,
    reused: false,
    permanent: false,
  } as const;
  waiting.pauses(a, refused, { now: 0, waitMs: 1000, leftMs: 9000 });
  waiting.pauses(b, refused, { now: 1000, waitMs: 1000, leftMs: 8000 });
  waiting.pauses(a, refused, { now: 2500, waitMs: 1000, leftMs: 6500 });
  waiting.pauses(b, refused, { now: 5000, waitMs: 1000, leftMs: 4000 });
  waiting.ended(c, { now: 5500, answered: true });
  waiting.ended(a, { now: 6000, answered: true });
  expect(events).toHaveLength(1);
  waiting.ended(b, { now: 7000, answered: true });
  expect(events).toEqual([
    { state: 'waiting', reason: 'connect ECONNREFUSED 127.0.0.1:5000', leftMs: 6500 },
    { state: 'over', afterMs: 7000 },
  ]);
});
