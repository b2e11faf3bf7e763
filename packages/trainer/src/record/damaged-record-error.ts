import { TrainerError } from '../errors/trainer-error.ts';

/** What a run holds about itself is no longer what was logged. */
export class DamagedRecordError extends TrainerError {
  override readonly name = 'DamagedRecordError';
}
