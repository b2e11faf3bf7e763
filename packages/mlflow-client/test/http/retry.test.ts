import { describe, expect, test } from '@jest/globals';
import type { AnswerOutcome, BadOutcome, FailureOutcome } from '../../src/http/outcome.ts';
import { decideRetry, judge, type RetryState } from '../../src/http/retry.ts';

const answer = (status: number, body = '', retryAfter?: string): AnswerOutcome => ({
  kind: 'answer',
  status,
  contentType: '',
  body,
  retryAfter,
});
const failure = (code: string, fields: Partial<FailureOutcome> = {}): FailureOutcome => ({
  kind: 'failure',
  code,
  reason: code,
  sent: true,
  reused: false,
  permanent: false,
  ...fields,
});
const error = (code: string, message = ''): string => JSON.stringify({ error_code: code, message });
const state = (outcome: BadOutcome, fields: Partial<RetryState> = {}): RetryState => ({
  outcome,
  attempts: 1,
  repeatable: true,
  elapsedMs: 0,
  deadlineMs: 120_000,
  connectPatienceMs: 5000,
  heardBefore: true,
  random: 0.5,
  wallNow: Date.parse('2026-01-01T00:00:00Z'),
  ...fields,
});

describe('judge', () => {
  const CASES: readonly (readonly [string, BadOutcome, string])[] = [
    ['a wrong value', answer(400, error('INVALID_PARAMETER_VALUE')), 'final'],
    [
      'a param conflict that quotes a fault',
      answer(
        400,
        error(
          'INVALID_PARAMETER_VALUE',
          "Changing param values is not allowed. … 'old_value': 'database is locked'",
        ),
      ),
      'final',
    ],
    [
      'no database connection',
      answer(400, error('BAD_REQUEST', 'QueuePool limit of size 5')),
      'not-done',
    ],
    ['not found', answer(404, error('RESOURCE_DOES_NOT_EXIST')), 'final'],
    ['not authenticated', answer(401, 'You are not authenticated'), 'final'],
    ['request timeout', answer(408), 'not-done'],
    ['conflict', answer(409, error('RESOURCE_CONFLICT')), 'final'],
    ['too large', answer(413), 'final'],
    ['too many requests', answer(429), 'not-done'],
    ['server fault', answer(500, error('INTERNAL_ERROR')), 'fault'],
    ['database is locked', answer(500, error('INTERNAL_ERROR', 'database is locked')), 'not-done'],
    ['deadlock', answer(500, error('INTERNAL_ERROR', 'deadlock detected')), 'unknown'],
    [
      'an artifact that S3 lacks',
      answer(500, error('INTERNAL_ERROR', '(404) when calling the HeadObject operation')),
      'final',
    ],
    ['not implemented', answer(501), 'final'],
    ['bad gateway', answer(502), 'unknown'],
    ['MLflow is busy', answer(503, error('TEMPORARILY_UNAVAILABLE')), 'not-done'],
    ['a proxy’s 503', answer(503, '<html>'), 'unknown'],
    ['a gateway’s JSON 503', answer(503, '{"message":"no healthy upstream"}'), 'unknown'],
    [
      'workspaces off',
      answer(503, 'disabled because the server is running without workspaces'),
      'final',
    ],
    ['artifacts off', answer(503, '{"detail":"Artifact serving is disabled."}'), 'final'],
    ['gateway timeout', answer(504), 'unknown'],
    ['login page', answer(200, '<html>'), 'final'],
    ['redirect', answer(302), 'final'],
    ['refused', failure('ECONNREFUSED', { sent: false }), 'not-done'],
    ['reset', failure('ECONNRESET'), 'unknown'],
    ['timeout while connecting', failure('ATTEMPT_TIMEOUT', { sent: false }), 'not-done'],
    ['timeout', failure('ATTEMPT_TIMEOUT'), 'unknown'],
    ['untrusted certificate', failure('SELF_SIGNED_CERT_IN_CHAIN', { permanent: true }), 'final'],
  ];
  test.each(CASES)('%s', (_name, outcome, verdict) => {
    expect(judge(outcome)).toBe(verdict);
  });
});

describe('decideRetry', () => {
  const refused = failure('ECONNREFUSED', { sent: false });
  const CASES: readonly (readonly [string, RetryState, object])[] = [
    ['a final answer', state(answer(400)), { action: 'fail' }],
    ['the first pause', state(answer(502)), { action: 'retry', waitMs: 250, fresh: false }],
    ['the third pause', state(answer(502), { attempts: 3 }), { action: 'retry', waitMs: 1000 }],
    [
      'the longest pause',
      state(answer(502), { attempts: 50 }),
      { action: 'retry', waitMs: 10_000 },
    ],
    ['least jitter', state(answer(502), { random: 0 }), { action: 'retry', waitMs: 125 }],
    ['most jitter', state(answer(502), { random: 0.999 }), { action: 'retry', waitMs: 374.75 }],
    ['no count ends it', state(answer(502), { attempts: 5000 }), { action: 'retry' }],
    ['the deadline ends it', state(answer(502), { elapsedMs: 119_800 }), { action: 'fail' }],
    ['a lost create', state(answer(502), { repeatable: false }), { action: 'fail-unknown' }],
    ['a create that was refused', state(answer(429), { repeatable: false }), { action: 'retry' }],
    ['a create that met a fault', state(answer(500), { repeatable: false }), { action: 'fail' }],
    ['the second 500', state(answer(500), { attempts: 2 }), { action: 'retry' }],
    ['the third 500', state(answer(500), { attempts: 3 }), { action: 'fail' }],
    [
      'a reset takes a new connection',
      state(failure('ECONNRESET')),
      { action: 'retry', fresh: true },
    ],
    [
      'a reset on an old connection is retried at once',
      state(failure('ECONNRESET', { reused: true })),
      { action: 'retry', waitMs: 0, fresh: true },
    ],
    [
      'a timeout on an old connection is not',
      state(failure('ATTEMPT_TIMEOUT', { reused: true })),
      { action: 'retry', waitMs: 250 },
    ],
    [
      'a server never met, within patience',
      state(refused, { heardBefore: false, attempts: 9, elapsedMs: 4000 }),
      { action: 'retry', waitMs: 1000 },
    ],
    [
      'a port that drops every connection',
      state(failure('ECONNRESET'), { heardBefore: false, elapsedMs: 5001 }),
      { action: 'fail' },
    ],
    [
      'a server never met that takes its time',
      state(failure('ATTEMPT_TIMEOUT'), { heardBefore: false, elapsedMs: 5001 }),
      { action: 'retry' },
    ],
    [
      'a server never met',
      state(refused, { heardBefore: false, elapsedMs: 5001 }),
      { action: 'fail' },
    ],
    ['a server that went away', state(refused, { elapsedMs: 60_000 }), { action: 'retry' }],
    [
      'Retry-After is a lower bound',
      state(answer(429, '', '4'), { random: 0 }),
      { action: 'retry', waitMs: 4000 },
    ],
    [
      'Retry-After of an hour',
      state(answer(503, '', '3600'), { random: 0 }),
      { action: 'retry', waitMs: 30_000 },
    ],
    [
      'Retry-After beyond the deadline',
      state(answer(503, '', '3600'), { elapsedMs: 100_000 }),
      { action: 'fail' },
    ],
    ['junk in Retry-After', state(answer(503, '', 'soon')), { action: 'retry', waitMs: 250 }],
  ];
  test.each(CASES)('%s', (_name, given, decision) => {
    expect(decideRetry(given)).toMatchObject(decision);
  });
});
