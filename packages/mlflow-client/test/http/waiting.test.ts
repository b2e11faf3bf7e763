import { expect, jest, test } from '@jest/globals';
import { runAttempts } from '../../src/http/attempts.ts';
import { systemClock, type Clock } from '../../src/http/clock.ts';
import { SendFailure } from '../../src/http/send.ts';
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

test('a request after one that was given up is still in the same trouble', () => {
  const events: WaitingEvent[] = [];
  const waiting = new Waiting((event) => events.push(event));
  const [a, b, c] = [{}, {}, {}];
  waiting.silent(a, { now: 10_000, silentMs: 10_000, leftMs: 5000 });
  waiting.ended(a, { now: 15_000, answered: false });
  waiting.silent(b, { now: 25_000, silentMs: 10_000, leftMs: 5000 });
  waiting.ended(b, { now: 30_000, answered: false });
  waiting.ended(c, { now: 31_000, answered: true });
  expect(events).toEqual([
    { state: 'waiting', reason: 'no answer for 10 s', leftMs: 5000 },
    { state: 'over', afterMs: 31_000 },
  ]);
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

test('a server that takes a request and says nothing is told of, also when it never said anything', async () => {
  jest.useFakeTimers();
  try {
    const events: WaitingEvent[] = [];
    const waiting = new Waiting((event) => events.push(event));
    const plan = {
      endpoint: 'GET /x',
      origin: 'http://127.0.0.1:5000',
      repeatable: true,
      deadlineMs: 120_000,
      retryMs: 120_000,
      attemptTimeoutMs: 35_000,
      idleMs: undefined,
      connectPatienceMs: 5000,
      signal: undefined,
      clock: systemClock,
      redact: (text: string) => text,
      client: { heard: false, closing: new AbortController().signal, waiting },
    };
    let sent = 0;
    const answer = runAttempts(plan, ({ signal }) => {
      sent += 1;
      return sent === 2
        ? Promise.resolve({ kind: 'value', value: 'here' })
        : new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              reject(new SendFailure('ERR_CANCELED', 'canceled', true, false));
            });
          });
    });
    await jest.advanceTimersByTimeAsync(9000);
    expect(events).toEqual([]);
    await jest.advanceTimersByTimeAsync(2000);
    expect(events).toEqual([{ state: 'waiting', reason: 'no answer for 10 s', leftMs: 110_000 }]);
    await jest.advanceTimersByTimeAsync(25_000);
    await expect(answer).resolves.toBe('here');
    expect(events).toMatchObject([{ state: 'waiting' }, { state: 'over' }]);
  } finally {
    jest.useRealTimers();
  }
});

test('a server that was never met, and answers no attempt in time, is told of', async () => {
  const events: WaitingEvent[] = [];
  await withServer(
    (request) => request.resume(),
    async ({ uri }) => {
      const options = {
        deadlineMs: 20_000,
        attemptTimeoutMs: 50,
        onWaiting: (event: WaitingEvent) => events.push(event),
      };
      const transport = transportTo(uri, options, pausingClock());
      await rejection(transport.json({ method: 'GET', path: '/x' }));
      transport.close();
    },
  );
  expect(events).toMatchObject([{ state: 'waiting', reason: 'no whole answer came in time' }]);
});
