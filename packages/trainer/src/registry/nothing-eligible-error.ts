import { TrainerError } from '../errors/trainer-error.ts';

/** No run may be chosen. */
export class NothingEligibleError extends TrainerError {
  override readonly name = 'NothingEligibleError';
}
