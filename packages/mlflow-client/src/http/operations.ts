import type { ResolvedOptions } from '../options/resolved-options.ts';
import { encodeJsonBody } from '../wire/json-body.ts';
import { type AttemptPlan, runAttempts } from './attempts.ts';
import type { Clock } from './clock.ts';
import { FlightGate } from './flight-gate.ts';
import { baseHeaders } from './headers.ts';
import { jsonOutcome } from './json-answer.ts';
import type { AnswerOutcome, Outcome } from './outcome.ts';
import { checkPath } from './path.ts';
import { encodeQuery } from './query.ts';
import { readText } from './read-body.ts';
import { createRedactor } from './redact.ts';
import type { BaseRequest, HttpRequest, Transport } from './request.ts';
import type { Send, WireAnswer } from './send.ts';
import { downloadOnce, uploadOnce } from './transfer.ts';
import { Waiting } from './waiting.ts';

type Exchange = Pick<Transport, 'json' | 'text' | 'upload' | 'download'>;
type Plan = Pick<
  AttemptPlan,
  'endpoint' | 'repeatable' | 'deadlineMs' | 'retryMs' | 'attemptTimeoutMs' | 'idleMs'
>;

/** Puts the transport together over any `send`: turn-taking, deadlines, retries, errors. */
export function assembleTransport(
  options: ResolvedOptions,
  clock: Clock,
  send: Send,
  closeConnections: () => void,
): Transport {
  const gate = new FlightGate(options.maxInFlight);
  const redact = createRedactor(options);
  const closing = new AbortController();
  const waiting = new Waiting(options.onWaiting);
  const client = { heard: false, closing: closing.signal, waiting };

  const url = (request: BaseRequest) =>
    options.baseUrl + checkPath(request.path) + encodeQuery(request.query);
  const run = <T>(
    request: BaseRequest,
    plan: Plan,
    attempt: Parameters<typeof runAttempts<T>>[1],
  ): Promise<T> => {
    const { origin, connectPatienceMs } = options;
    const shared = { origin, connectPatienceMs, clock, redact, client };
    return gate.run(
      () => runAttempts({ ...plan, ...shared, signal: request.signal }, attempt),
      request.signal,
    );
  };

  const exchange = async <T>(
    request: HttpRequest,
    accept: (answer: WireAnswer, text: string) => Outcome<T>,
  ): Promise<T> => {
    const target = url(request);
    const body = request.body === undefined ? undefined : encodeJsonBody(request.body);
    const headers = {
      ...baseHeaders(options, request.path),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
    const { method } = request;
    return run(request, apiPlan(request, options), async ({ signal, fresh }) => {
      const answer = await send({
        method,
        url: target,
        headers,
        body,
        fresh,
        signal,
        verbatim: false,
      });
      if (answer.status !== 200 && answer.status !== 201) return badAnswer(answer, redact);
      const text = await readText(answer.body, options.maxAnswerBytes);
      const outcome =
        text === undefined ? tooLarge(answer, options.maxAnswerBytes) : accept(answer, text);
      return outcome.kind === 'answer' ? { ...outcome, body: redact(outcome.body) } : outcome;
    });
  };

  const transfers: Pick<Exchange, 'upload' | 'download'> = {
    upload: async (request) => {
      const target = url(request);
      const headers = baseHeaders(options, request.path);
      await run(request, transferPlan('PUT', request, options), (context) =>
        uploadOnce(send, target, headers, request, context, (bad) => badAnswer(bad, redact)),
      );
    },
    download: async (request, consume) => {
      const target = url(request);
      const headers = baseHeaders(options, request.path);
      return run(request, transferPlan('GET', request, options), (context) =>
        downloadOnce(send, target, headers, consume, context, (bad) => badAnswer(bad, redact)),
      );
    },
  };

  return {
    origin: options.origin,
    json: (request) => exchange(request, jsonOutcome),
    text: (request) => exchange(request, (_answer, text) => ({ kind: 'value', value: text })),
    ...transfers,
    close: () => {
      closing.abort();
      closeConnections();
    },
  };
}

function apiPlan(request: HttpRequest, options: ResolvedOptions): Plan {
  return {
    endpoint: `${request.method} ${request.path}`,
    repeatable: request.repeatable ?? request.method !== 'POST',
    deadlineMs: request.deadlineMs ?? options.deadlineMs,
    retryMs: request.deadlineMs ?? options.deadlineMs,
    attemptTimeoutMs: options.attemptTimeoutMs,
    idleMs: undefined,
  };
}

function transferPlan(method: string, request: BaseRequest, options: ResolvedOptions): Plan {
  return {
    endpoint: `${method} ${request.path}`,
    repeatable: true,
    deadlineMs: request.deadlineMs ?? options.transferDeadlineMs,
    retryMs: options.deadlineMs,
    attemptTimeoutMs: undefined,
    idleMs: options.transferIdleMs,
  };
}

/**
 * The body of an error. Which 4xx it is stands in the body (a 404 may mean the route or the thing, a 400 a busy
 * server), so one that is cut off is a lost answer; of any other status the status alone says enough.
 */
async function badAnswer(
  answer: WireAnswer,
  redact: (text: string) => string,
): Promise<AnswerOutcome> {
  const text = await readText(answer.body, 1024 ** 2).catch((lost: unknown) => {
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) throw lost;
    return undefined;
  });
  const location = answer.header('location');
  return {
    kind: 'answer',
    status: answer.status,
    contentType: answer.header('content-type') ?? '',
    body: redact(text ?? ''),
    retryAfter: answer.header('retry-after'),
    location: location === undefined ? undefined : redact(location),
  };
}

function tooLarge(answer: WireAnswer, maxBytes: number): AnswerOutcome {
  const contentType = `more than ${maxBytes} bytes of ${answer.header('content-type') ?? 'no type'}`;
  return { kind: 'answer', status: answer.status, contentType, body: '' };
}
