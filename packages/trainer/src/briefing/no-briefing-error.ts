import { TrainerError } from '../errors/trainer-error.ts';

/** A sweep that holds nothing to report of. */
export class NoBriefingError extends TrainerError {
  override readonly name = 'NoBriefingError';
}
