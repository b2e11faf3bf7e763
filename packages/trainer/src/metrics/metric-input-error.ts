import { TrainerError } from '../errors/trainer-error.ts';

/** The labels or scores cannot be evaluated. */
export class MetricInputError extends TrainerError {
  override readonly name = 'MetricInputError';
}
