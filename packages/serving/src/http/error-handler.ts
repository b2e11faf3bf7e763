import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DecisionNotLoggedError } from '../errors/decision-not-logged-error.ts';
import { OverloadedError } from '../errors/overloaded-error.ts';
import { WorkerDiedError } from '../errors/worker-died-error.ts';
import { errorBody } from '../scoring/error-answer.ts';
import { sendJson } from './send-json.ts';

interface Said {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** A request whose worker ended, by the reason. */
const deaths: Readonly<Record<WorkerDiedError['why'], Said>> = {
  'timed out': {
    status: 504,
    code: 'DEADLINE_EXCEEDED',
    message: 'the scoring took too long · this server · send fewer rows',
  },
  'out of memory': {
    status: 413,
    code: 'RESOURCE_EXHAUSTED',
    message: 'the request takes too much memory · the body · send fewer rows at a time',
  },
  failed: {
    status: 500,
    code: 'INTERNAL_ERROR',
    message: 'the scoring failed · this server · send the request again',
  },
};

/** Any error as an answer in MLflow's form; what is our fault is logged and says nothing of itself. */
export function handleError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { status, code, message } = said(error);
  if (error instanceof OverloadedError || error instanceof DecisionNotLoggedError) {
    reply.header('retry-after', error.retryAfter);
  }
  // A body that is still coming is not read to its end.
  if (status === 413) reply.header('connection', 'close');
  if (status >= 500 && !(error instanceof OverloadedError)) {
    request.log.error({ err: error }, 'a request failed');
  }
  sendJson(reply.code(status), errorBody({ code, message }));
}

function said(error: FastifyError): Said {
  if (error instanceof OverloadedError || error instanceof DecisionNotLoggedError) {
    return { status: 503, code: 'TEMPORARILY_UNAVAILABLE', message: error.message };
  }
  if (error instanceof WorkerDiedError) {
    return deaths[error.why];
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return {
      status: 413,
      code: 'RESOURCE_EXHAUSTED',
      message: 'the body is too large · the body · send fewer rows at a time',
    };
  }
  const { statusCode = 500 } = error;
  // The framework's own refusals: a bad length, an unfinished body.
  return statusCode < 500
    ? {
        status: statusCode,
        code: 'BAD_REQUEST',
        message: 'a request that cannot be read · the request · send it again',
      }
    : {
        status: 500,
        code: 'INTERNAL_ERROR',
        message: 'an unexpected error · this server · look at its log',
      };
}
