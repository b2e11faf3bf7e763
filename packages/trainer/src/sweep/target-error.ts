import { TrainerError } from '../errors/trainer-error.ts';

/** The target cannot be learned as it stands. */
export class TargetError extends TrainerError {
  override readonly name = 'TargetError';
}
