import { TrainerError } from '../../errors/trainer-error.ts';

/** A job that failed: libxgboost refused it, or its process died each time it was tried. */
export class JobError extends TrainerError {
  override readonly name = 'JobError';
  readonly attempts: number;

  constructor(message: string, attempts: number, options?: ErrorOptions) {
    super(message, options);
    this.attempts = attempts;
  }
}
