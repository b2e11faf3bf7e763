import { isDisabledFeature } from '../errors/disabled-feature.ts';
import { parseErrorBody } from '../errors/error-body.ts';
import { isMissingObject } from '../errors/missing-object.ts';
import { isParamConflict } from '../errors/param-conflicts.ts';
import { isPassingFault, isRefusedBeforeWork } from '../errors/passing-fault.ts';
import type { AnswerOutcome, BadOutcome, FailureOutcome } from './outcome.ts';
import { parseRetryAfter } from './retry-after.ts';

/** A 500 may be a bug or a passing fault; so many sends decide it (a full artifact disk fails fast). */
const MAX_SENDS_ON_500 = 3;
const FIRST_WAIT_MS = 250;
const MAX_WAIT_MS = 10_000;
/** While no server was ever met there, look again at least this often. */
const FIRST_MEETING_WAIT_MS = 1000;

/** What the decision depends on, and nothing else. */
export interface RetryState {
  readonly outcome: BadOutcome;
  /** Sends so far, 1 or more. */
  readonly attempts: number;
  readonly repeatable: boolean;
  /** Since the request got its turn. */
  readonly elapsedMs: number;
  readonly deadlineMs: number;
  /** How long a server that this client has never heard of may refuse connections. */
  readonly connectPatienceMs: number;
  /** Whether this client has ever got an answer. */
  readonly heardBefore: boolean;
  /** Uniform in [0, 1). */
  readonly random: number;
  readonly wallNow: number;
}

export type Decision =
  | {
      readonly action: 'retry';
      readonly waitMs: number;
      /** Use a new connection. */
      readonly fresh: boolean;
    }
  | { readonly action: 'fail' }
  | { readonly action: 'fail-unknown' };

/**
 * What a bad outcome says about the request:
 * `final`: it was handled, or it can never work · `not-done`: it certainly did not happen, and may work later ·
 * `unknown`: it may have happened · `fault`: the server failed on it, perhaps always.
 */
export type Verdict = 'final' | 'not-done' | 'unknown' | 'fault';

export function judge(outcome: BadOutcome): Verdict {
  return outcome.kind === 'answer' ? judgeAnswer(outcome) : judgeFailure(outcome);
}

function judgeAnswer(answer: AnswerOutcome): Verdict {
  const { status, body } = answer;
  if (isDisabledFeature(answer) || isMissingObject(answer)) return 'final';
  // Its message quotes the values, and those may speak of any fault.
  if (isParamConflict(parseErrorBody(body)?.message ?? '')) return 'final';
  if (status >= 400 && isRefusedBeforeWork(body)) return 'not-done';
  if (status >= 400 && isPassingFault(body)) return 'unknown';
  if (status === 408 || status === 429) return 'not-done';
  if (status === 503) return parseErrorBody(body)?.errorCode === undefined ? 'unknown' : 'not-done';
  if (status === 502 || status === 504) return 'unknown';
  return status === 500 ? 'fault' : 'final';
}

function judgeFailure(failure: FailureOutcome): Verdict {
  if (failure.permanent) return 'final';
  return failure.sent ? 'unknown' : 'not-done';
}

/**
 * Whether, and after which pause, a request is sent again. Passing faults are retried until the
 * deadline, never until a count; a request that is not repeatable is never sent twice on a guess.
 */
export function decideRetry(state: RetryState): Decision {
  const { outcome } = state;
  const verdict = judge(outcome);
  if (verdict === 'final') return { action: 'fail' };
  if (verdict === 'fault' && (!state.repeatable || state.attempts >= MAX_SENDS_ON_500)) {
    return { action: 'fail' };
  }
  if (verdict === 'unknown' && !state.repeatable) return { action: 'fail-unknown' };
  const met = state.heardBefore || !meetsNobody(outcome);
  // A user without a server should not wait for the whole deadline.
  if (!met && state.elapsedMs >= state.connectPatienceMs) return { action: 'fail' };
  // A reset on an idle connection says nothing about the server: only the connection was old.
  const stale = outcome.kind === 'failure' && outcome.reused && outcome.code !== 'ATTEMPT_TIMEOUT';
  const waitMs = stale ? 0 : Math.min(pause(state), met ? Infinity : FIRST_MEETING_WAIT_MS);
  if (state.elapsedMs + waitMs >= state.deadlineMs) return { action: 'fail' };
  return { action: 'retry', waitMs, fresh: outcome.kind === 'failure' };
}

/**
 * Refused, no such host, or dropped without a word, as by a port that speaks TLS only. A server that takes its time may be
 * MLflow at work, and is not among them.
 */
export function meetsNobody(outcome: BadOutcome): boolean {
  if (outcome.kind !== 'failure' || outcome.code === 'ATTEMPT_TIMEOUT') return false;
  return !outcome.sent || outcome.code === 'ECONNRESET';
}

/** `Retry-After` when the server gives one, else 250 ms doubling to 10 s; ±50 % so that workers spread. */
function pause(state: RetryState): number {
  const asked =
    state.outcome.kind === 'answer'
      ? parseRetryAfter(state.outcome.retryAfter, state.wallNow)
      : undefined;
  // The server's own figure is a lower bound: only add to it.
  if (asked !== undefined) return asked * (1 + state.random / 2);
  const exponential = Math.min(FIRST_WAIT_MS * 2 ** (state.attempts - 1), MAX_WAIT_MS);
  return exponential * (0.5 + state.random);
}
