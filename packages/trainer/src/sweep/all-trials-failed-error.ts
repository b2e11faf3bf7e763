import { TrainerError } from '../errors/trainer-error.ts';

/** No trial of a variant gave a score, so there is nothing to fit. */
export class AllTrialsFailedError extends TrainerError {
  override readonly name = 'AllTrialsFailedError';
}
