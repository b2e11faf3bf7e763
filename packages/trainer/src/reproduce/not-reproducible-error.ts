import { TrainerError } from '../errors/trainer-error.ts';

/**
 * There is not what a rerun needs: the run is no finished variant of a sweep, its tables are gone, or the
 * training table is not here.
 */
export class NotReproducibleError extends TrainerError {
  override readonly name = 'NotReproducibleError';
  readonly runId: string;

  constructor(message: string, runId: string, options?: ErrorOptions) {
    super(message, options);
    this.runId = runId;
  }
}
