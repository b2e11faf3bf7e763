import { ServingError } from './serving-error.ts';

/** A worker ended while it held this request; others are not touched. */
export class WorkerDiedError extends ServingError {
  override readonly name = 'WorkerDiedError';
  /** Whether the request took too long, or more memory than a worker may have. Default `failed`. */
  readonly why: 'timed out' | 'out of memory' | 'failed';

  constructor(reason: string, options: { why?: WorkerDiedError['why']; cause?: unknown } = {}) {
    super(
      `${reason} · a scoring worker · send the request again; if it happens again, send fewer rows`,
      { cause: options.cause },
    );
    this.why = options.why ?? 'failed';
  }
}
