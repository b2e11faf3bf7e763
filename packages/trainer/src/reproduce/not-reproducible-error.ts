import { TrainerError } from '../errors/trainer-error.ts';

/** A run does not hold what a rerun needs: it is no finished variant of a sweep, or its tables are gone. */
export class NotReproducibleError extends TrainerError {
  override readonly name = 'NotReproducibleError';
  readonly runId: string;

  constructor(message: string, runId: string, options?: ErrorOptions) {
    super(message, options);
    this.runId = runId;
  }
}
