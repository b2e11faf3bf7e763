import type { BadAnswer } from '../errors/from-response.ts';

/** The server answered, but not with a usable success. */
export interface AnswerOutcome extends BadAnswer {
  readonly kind: 'answer';
  /** The header as it came. */
  readonly retryAfter?: string | undefined;
}

/** No whole answer came. */
export interface FailureOutcome {
  readonly kind: 'failure';
  /** Node's code, or one of ours: `ATTEMPT_TIMEOUT`, `TRUNCATED_ANSWER`. */
  readonly code: string;
  /** One line, free of secrets. */
  readonly reason: string;
  /** Whether any byte of the request can have reached the server. */
  readonly sent: boolean;
  /** Whether the connection was an idle one from the pool, which the server may have closed meanwhile. */
  readonly reused: boolean;
  /** Whether trying again is useless (a certificate that is not trusted, a port that speaks no HTTP). */
  readonly permanent: boolean;
}

export type BadOutcome = AnswerOutcome | FailureOutcome;
/** What one attempt came to. */
export type Outcome<T> = { readonly kind: 'value'; readonly value: T } | BadOutcome;
