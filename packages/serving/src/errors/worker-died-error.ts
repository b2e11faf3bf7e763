import { ServingError } from './serving-error.ts';

/** A worker ended while it held this request; others are not touched. */
export class WorkerDiedError extends ServingError {
  override readonly name = 'WorkerDiedError';
  /** Whether it was ended because the request took too long. */
  readonly timedOut: boolean;

  constructor(reason: string, options: { timedOut?: boolean; cause?: unknown } = {}) {
    super(
      `${reason} · a scoring worker · send the request again; if it happens again, send fewer rows`,
      { cause: options.cause },
    );
    this.timedOut = options.timedOut ?? false;
  }
}
