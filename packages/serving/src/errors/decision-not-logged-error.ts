import { ServingError } from './serving-error.ts';

/** A decision could not be logged, so it is not given; the same request may be sent again. */
export class DecisionNotLoggedError extends ServingError {
  override readonly name = 'DecisionNotLoggedError';
  /** Seconds after which to try again. */
  readonly retryAfter = 1;

  constructor(what: string, options?: ErrorOptions) {
    super(`${what} · the decision log · send the request again later`, options);
  }
}
