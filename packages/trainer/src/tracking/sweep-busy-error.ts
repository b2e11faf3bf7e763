import { TrainerError } from '../errors/trainer-error.ts';

/** The same sweep is being run by somebody else. */
export class SweepBusyError extends TrainerError {
  override readonly name = 'SweepBusyError';
}
