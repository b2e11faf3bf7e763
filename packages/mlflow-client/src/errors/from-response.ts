import { AlreadyExistsError } from './already-exists-error.ts';
import { AuthError } from './auth-error.ts';
import { EndpointNotFoundError } from './endpoint-not-found-error.ts';
import { type ErrorBody, parseErrorBody } from './error-body.ts';
import { ExperimentDeletedError } from './experiment-deleted-error.ts';
import { FeatureDisabledError } from './feature-disabled-error.ts';
import { ForbiddenError } from './forbidden-error.ts';
import { InvalidParameterError } from './invalid-parameter-error.ts';
import { isMissingObject } from './missing-object.ts';
import { MlflowError, type MlflowErrorDetails } from './mlflow-error.ts';
import { ParamConflictError } from './param-conflict-error.ts';
import { isParamConflict, parseParamConflicts } from './param-conflicts.ts';
import { isPassingFault } from './passing-fault.ts';
import { RequestRefusedError } from './request-refused-error.ts';
import { ResourceNotFoundError } from './resource-not-found-error.ts';
import { RunDeletedError } from './run-deleted-error.ts';
import { ServerFaultError } from './server-fault-error.ts';
import { ServerUnavailableError } from './server-unavailable-error.ts';
import { cleanServerMessage, oneLine } from './server-message.ts';
import { isDisabledFeature } from './disabled-feature.ts';
import { unexpectedAnswer } from './unexpected-answer.ts';

/** An HTTP answer that is not a usable success. `body` is already free of secrets. */
export interface BadAnswer {
  readonly status: number;
  readonly contentType: string;
  /** Decoded text; empty when there was none or it could not be read. */
  readonly body: string;
  /** `Location` of a redirect. */
  readonly location?: string | undefined;
}

interface Case extends BadAnswer {
  readonly json: ErrorBody | undefined;
  readonly reason: string;
  readonly details: MlflowErrorDetails;
}

type Rule = readonly [when: (answer: Case) => boolean, make: (answer: Case) => MlflowError];

const code = (answer: Case): string => answer.json?.errorCode ?? '';
const hinted = (answer: Case, hint: string): MlflowErrorDetails => ({ ...answer.details, hint });
const DELETED =
  /The (experiment|run) (\w+) must be in the 'active' state\. Current state is deleted/;

const CHECK_NAME = 'check the name or id, and that this is the right tracking server';

/** First match wins. MLflow answers `RESOURCE_ALREADY_EXISTS` with 400, and 401 and 403 without JSON. */
const RULES: readonly Rule[] = [
  [(a) => a.status < 400, (a) => unexpectedAnswer(a, a.details)],
  [
    (a) => a.status === 401,
    (a) =>
      new AuthError(
        'the server wants credentials or does not accept those sent',
        hinted(
          a,
          'set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN',
        ),
      ),
  ],
  [
    (a) => a.status === 403 && a.body.startsWith('Invalid Host header'),
    (a) =>
      new ForbiddenError(
        'the server refuses this host name',
        hinted(a, 'start the server with --allowed-hosts naming the host of the tracking URI'),
      ),
  ],
  [
    (a) => a.status === 403,
    (a) =>
      new ForbiddenError(
        a.reason,
        hinted(
          a,
          'use credentials that may do this, or ask whoever runs the server for permission',
        ),
      ),
  ],
  [
    (a) => isParamConflict(a.json?.message ?? ''),
    (a) =>
      new ParamConflictError(
        a.reason,
        parseParamConflicts(a.json?.message ?? ''),
        hinted(a, 'a param keeps its first value: log to a new run, or use a tag'),
      ),
  ],
  [
    (a) => DELETED.test(a.json?.message ?? ''),
    (a) => {
      const [, what, id = ''] = DELETED.exec(a.json?.message ?? '') ?? [];
      return what === 'run'
        ? new RunDeletedError(id, a.details)
        : new ExperimentDeletedError(id, undefined, a.details);
    },
  ],
  [
    (a) => ['RESOURCE_ALREADY_EXISTS', 'ALREADY_EXISTS'].includes(code(a)),
    (a) => new AlreadyExistsError(a.reason, a.details),
  ],
  [
    (a) => ['RESOURCE_DOES_NOT_EXIST', 'NOT_FOUND'].includes(code(a)),
    (a) => new ResourceNotFoundError(a.reason, hinted(a, CHECK_NAME)),
  ],
  [
    (a) => [404, 405].includes(a.status) && a.json === undefined,
    (a) =>
      new EndpointNotFoundError(
        'the server has no such route',
        hinted(
          a,
          'check the path of the tracking URI, or use a newer MLflow server (3.1 at least)',
        ),
      ),
  ],
  [(a) => a.status === 404, (a) => new ResourceNotFoundError(a.reason, hinted(a, CHECK_NAME))],
  [
    (a) => isMissingObject(a),
    (a) =>
      new ResourceNotFoundError("the server's store has no such artifact", hinted(a, CHECK_NAME)),
  ],
  [(a) => isDisabledFeature(a), (a) => new FeatureDisabledError(a.reason, a.details)],
  [
    (a) => a.status >= 400 && isPassingFault(a.body),
    (a) => new ServerUnavailableError(a.reason, { ...a.details, transient: true }),
  ],
  [(a) => a.status === 400, (a) => new InvalidParameterError(a.reason, a.details)],
  [
    (a) => [408, 429, 502, 503, 504].includes(a.status),
    (a) => new ServerUnavailableError(a.reason, { ...a.details, transient: true }),
  ],
  [
    (a) => a.status === 413,
    (a) =>
      new RequestRefusedError(
        a.reason,
        hinted(
          a,
          'raise the limit on request bodies of the proxy before the server (nginx: client_max_body_size)',
        ),
      ),
  ],
  [(a) => a.status >= 500, (a) => new ServerFaultError(a.reason, a.details)],
  [() => true, (a) => new RequestRefusedError(a.reason, a.details)],
];

/**
 * The error for an HTTP answer: the only place where status and `error_code` become a class.
 * Bodies that are not JSON never break it.
 */
export function errorFromResponse(
  answer: BadAnswer,
  context: { readonly endpoint: string; readonly attempts: number },
): MlflowError {
  const json = parseErrorBody(answer.body);
  const details = { ...context, status: answer.status, errorCode: json?.errorCode };
  const said = json === undefined ? plainText(answer) : cleanServerMessage(json.message);
  const reason = said === '' ? `the server answered ${answer.status}` : said;
  const judged: Case = { ...answer, json, reason, details };
  const rule = RULES.find(([when]) => when(judged));
  return rule === undefined ? new MlflowError(reason, details) : rule[1](judged);
}

/** A text body is a message; an HTML page is shown by its title only. */
function plainText({ body, status }: BadAnswer): string {
  if (!/^\s*</.test(body)) return oneLine(body);
  const title = /<title>([^<]*)<\/title>/i.exec(body)?.[1] ?? '';
  return `the server answered ${status} with a page${title === '' ? '' : ` "${oneLine(title)}"`}`;
}
