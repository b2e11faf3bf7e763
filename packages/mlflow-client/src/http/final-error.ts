import { errorFromResponse } from '../errors/from-response.ts';
import type { MlflowError } from '../errors/mlflow-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { ServerUnavailableError } from '../errors/server-unavailable-error.ts';
import { failureHint } from './failure-hint.ts';
import type { AnswerOutcome, BadOutcome, FailureOutcome } from './outcome.ts';

/** What the error tells besides the outcome itself. */
export interface FinalContext {
  readonly endpoint: string;
  readonly attempts: number;
  readonly origin: string;
  /** The last HTTP answer of an earlier attempt, so that its message is not lost. */
  readonly lastAnswer: AnswerOutcome | undefined;
}

/** The error with which a request ends; `unknown` when the work may have been done. */
export function finalError(
  outcome: BadOutcome,
  unknown: boolean,
  context: FinalContext,
): MlflowError {
  const { endpoint, attempts, lastAnswer } = context;
  const said = outcome.kind === 'answer' ? outcome : lastAnswer;
  const heard = said === undefined ? undefined : errorFromResponse(said, { endpoint, attempts });
  if (unknown) {
    const reason = outcome.kind === 'answer' ? (heard?.reason ?? '') : outcome.reason;
    return new OutcomeUnknownError(`the answer was lost (${reason})`, {
      endpoint,
      attempts,
      status: outcome.kind === 'answer' ? outcome.status : undefined,
      transient: true,
      hint: 'look up whether the work was done before sending it again',
    });
  }
  if (outcome.kind === 'answer' && heard !== undefined) return heard;
  const failure = outcome as FailureOutcome;
  const earlier = heard === undefined ? '' : `, before that: ${heard.reason}`;
  return new ServerUnavailableError(`${failure.reason}${earlier}`, {
    endpoint,
    attempts,
    code: failure.code,
    status: heard?.status,
    errorCode: heard?.errorCode,
    transient: !failure.permanent,
    hint: failureHint(failure, context.origin),
  });
}
