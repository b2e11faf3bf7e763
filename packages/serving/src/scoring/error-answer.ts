import type { RefusedRequestError } from '../errors/refused-request-error.ts';
import type { ScoringAnswer } from './job.ts';

/**
 * MLflow's error body with the places at fault beside it. With `terse` nothing in it names a field
 * of the model.
 */
export function errorAnswer(error: RefusedRequestError, terse: boolean): ScoringAnswer {
  return {
    status: error.status,
    body: errorBody(
      terse
        ? { code: error.code, message: 'the request does not fit the model' }
        : { code: error.code, message: error.message, errors: error.problems },
    ),
    rows: 0,
    unseen: [],
  };
}

/** `{"error_code", "message", "errors"?}` */
export function errorBody(error: {
  code: string;
  message: string;
  errors?: RefusedRequestError['problems'];
}): string {
  const { code, message, errors } = error;
  return JSON.stringify({
    error_code: code,
    message,
    ...(errors === undefined ? {} : { errors }),
  });
}
