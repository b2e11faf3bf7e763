import { ServingError } from './serving-error.ts';

/** More work than the server takes on at a time; the same request may be sent again. */
export class OverloadedError extends ServingError {
  override readonly name = 'OverloadedError';
  /** Seconds after which to try again. */
  readonly retryAfter = 1;

  constructor(what: string) {
    super(`${what} · this server · send the request again in a second, or start more workers`);
  }
}
