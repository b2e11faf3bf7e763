import { TrainerError } from '../errors/trainer-error.ts';

/** The rows to compare on are not here, or cannot be scored by the candidate. */
export class GateRowsError extends TrainerError {
  override readonly name = 'GateRowsError';
}
