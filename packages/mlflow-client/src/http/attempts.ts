import { AbortedError } from '../errors/aborted-error.ts';
import type { Clock } from './clock.ts';
import { failureReason } from './failure-reason.ts';
import { finalError } from './final-error.ts';
import type { AnswerOutcome, FailureOutcome, Outcome } from './outcome.ts';
import { isPermanentFailure } from './permanent-failure.ts';
import { decideRetry, meetsNobody } from './retry.ts';
import { SendFailure } from './send.ts';
import { Silence } from './silence.ts';
import type { Waiting } from './waiting.ts';
import { Watchdog } from './watchdog.ts';

/** How long, and on which terms, one request is tried. */
export interface AttemptPlan {
  readonly endpoint: string;
  readonly origin: string;
  readonly repeatable: boolean;
  /** Total time. */
  readonly deadlineMs: number;
  /** Time that may go by without moving any byte, pauses included, before no new attempt begins. */
  readonly retryMs: number;
  /** Longest time of one attempt; undefined for transfers, which are bounded by `idleMs`. */
  readonly attemptTimeoutMs: number | undefined;
  readonly idleMs: number | undefined;
  readonly connectPatienceMs: number;
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
  readonly redact: (text: string) => string;
  /** Shared by all requests of a client; `closing` aborts when it is closed. */
  readonly client: { heard: boolean; readonly closing: AbortSignal; readonly waiting: Waiting };
}

export interface AttemptContext {
  readonly signal: AbortSignal;
  /** Take a new connection. */
  readonly fresh: boolean;
  /** Call it whenever bytes moved. */
  touch(): void;
}

const CLOSED = 'the client was closed';

/**
 * Runs `attempt` until it yields a value or the retry rule gives up. A `SendFailure` is an outcome;
 * any other error of `attempt` is the caller's and goes through.
 */
export async function runAttempts<T>(
  plan: AttemptPlan,
  attempt: (context: AttemptContext) => Promise<Outcome<T>>,
): Promise<T> {
  const { clock, client } = plan;
  let answered = false;
  try {
    const value = await untilValue(plan, attempt);
    answered = true;
    return value;
  } finally {
    client.waiting.ended(plan, { now: clock.now(), answered });
  }
}

async function untilValue<T>(
  plan: AttemptPlan,
  attempt: (context: AttemptContext) => Promise<Outcome<T>>,
): Promise<T> {
  const { clock, client } = plan;
  const start = clock.now();
  // Time of attempts that moved bytes: a long transfer that breaks late deserves another try.
  let movedMs = 0;
  let lastAnswer: AnswerOutcome | undefined;
  // A pooled connection that dies makes an outcome unknown, so what cannot be repeated avoids it.
  let fresh = !plan.repeatable;
  for (let attempts = 1; ; attempts += 1) {
    const begin = clock.now();
    const bytes = { moved: false };
    const outcome = await once(plan, attempt, { elapsedMs: begin - start, fresh, attempts, bytes });
    if (bytes.moved) movedMs += clock.now() - begin;
    if (outcome.kind !== 'failure') client.heard = true;
    if (outcome.kind === 'value') return outcome.value;
    if (client.closing.aborted) throw aborted(plan, attempts, CLOSED);
    const now = clock.now();
    const elapsedMs = now - start - movedMs;
    const deadlineMs = Math.min(plan.retryMs, plan.deadlineMs - movedMs);
    const decision = decideRetry({
      outcome,
      attempts,
      repeatable: plan.repeatable,
      elapsedMs,
      deadlineMs,
      connectPatienceMs: plan.connectPatienceMs,
      heardBefore: client.heard,
      random: clock.random(),
      wallNow: clock.wallNow(),
    });
    if (outcome.kind === 'answer') lastAnswer = outcome;
    if (decision.action !== 'retry') {
      const { endpoint, origin } = plan;
      const context = { endpoint, origin, attempts, lastAnswer };
      throw finalError(outcome, decision.action === 'fail-unknown', context);
    }
    const { waitMs } = decision;
    // One that was never met is given up before anybody wonders.
    if (client.heard || !meetsNobody(outcome))
      client.waiting.pauses(plan, outcome, { now, waitMs, leftMs: deadlineMs - elapsedMs });
    const wake = plan.signal === undefined ? [client.closing] : [client.closing, plan.signal];
    await clock.sleep(waitMs, AbortSignal.any(wake)).catch(() => undefined);
    if (plan.signal?.aborted === true) throw aborted(plan, attempts);
    fresh = decision.fresh || !plan.repeatable;
  }
}

async function once<T>(
  plan: AttemptPlan,
  attempt: (context: AttemptContext) => Promise<Outcome<T>>,
  now: {
    readonly elapsedMs: number;
    readonly fresh: boolean;
    readonly attempts: number;
    readonly bytes: { moved: boolean };
  },
): Promise<Outcome<T>> {
  const { attempts, fresh } = now;
  if (plan.signal?.aborted === true) throw aborted(plan, attempts - 1);
  // It may have been closed while this request waited, for its turn or between two attempts.
  if (plan.client.closing.aborted) throw aborted(plan, attempts - 1, CLOSED);
  const left = Math.max(plan.deadlineMs - now.elapsedMs, 1);
  const limitMs = Math.min(plan.attemptTimeoutMs ?? left, left);
  const watchdog = new Watchdog(limitMs, plan.idleMs, plan.signal);
  const silence = new Silence((silentMs) => {
    const leftMs = (plan.repeatable ? Math.min(left, plan.retryMs) : limitMs) - silentMs;
    plan.client.waiting.silent(plan, { now: plan.clock.now(), silentMs, leftMs });
  });
  try {
    return await attempt({
      signal: watchdog.signal,
      fresh,
      touch: () => {
        watchdog.touch();
        silence.touch();
        now.bytes.moved = true;
      },
    });
  } catch (error) {
    if (watchdog.firedBy === 'caller') throw aborted(plan, attempts);
    if (error instanceof SendFailure) return failureOutcome(error, watchdog, plan.redact);
    throw error;
  } finally {
    watchdog.stop();
    silence.stop();
  }
}

function failureOutcome(
  failure: SendFailure,
  watchdog: Watchdog,
  redact: (text: string) => string,
): FailureOutcome {
  const timedOut = watchdog.firedBy === 'time';
  return {
    kind: 'failure',
    code: timedOut ? 'ATTEMPT_TIMEOUT' : failure.code,
    reason: timedOut ? 'no whole answer came in time' : redact(failureReason(failure.message)),
    sent: failure.sent,
    reused: failure.reused,
    permanent: !timedOut && isPermanentFailure(failure.code),
  };
}

function aborted(plan: AttemptPlan, attempts: number, why = 'the caller gave up'): AbortedError {
  const maybe = attempts > 0 && !plan.repeatable ? '; whether the work was done is not known' : '';
  const cause: unknown = plan.signal?.reason;
  return new AbortedError(`${why}${maybe}`, { endpoint: plan.endpoint, attempts, cause });
}
