import { errorFromResponse } from '../errors/from-response.ts';
import type { MlflowError } from '../errors/mlflow-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { ServerUnavailableError } from '../errors/server-unavailable-error.ts';
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
    hint: hintFor(failure, context.origin),
  });
}

/** With TLS 1.3 a missing client certificate shows only after the handshake, as an alert or a reset. */
const CLIENT_CERTIFICATE =
  /ALERT_(?:CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|UNKNOWN_CA)/;

function hintFor(failure: FailureOutcome, origin: string): string {
  const dropped = failure.sent && failure.code === 'ECONNRESET' && origin.startsWith('https:');
  if (dropped || CLIENT_CERTIFICATE.test(failure.code)) {
    return 'the server may want a client certificate (MLFLOW_TRACKING_CLIENT_CERT_PATH)';
  }
  if (failure.permanent) return certificateHint(failure.code);
  const server = `check that an MLflow server runs at ${origin}`;
  const proxy = proxyVariable(origin);
  return proxy === undefined ? server : `${server}, and the proxy that ${proxy} names`;
}

/** The variable of the environment that sends requests to a proxy; its value may hold a password. */
function proxyVariable(origin: string): string | undefined {
  const scheme = new URL(origin).protocol.replace(':', '_proxy');
  return [scheme, 'all_proxy']
    .flatMap((name) => [name, name.toUpperCase()])
    .find((name) => process.env[name] !== undefined && process.env[name] !== '');
}

function certificateHint(code: string): string {
  return /^HPE_|EPROTO|WRONG_VERSION/.test(code)
    ? 'that port does not speak this protocol: check http or https and the port'
    : 'name the certificate authority of the server in MLFLOW_TRACKING_SERVER_CERT_PATH';
}
