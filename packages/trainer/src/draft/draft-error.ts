import { TrainerError } from '../errors/trainer-error.ts';

/** No sweep file can be drafted that a sweep would run: the target or the other columns do not allow it. */
export class DraftError extends TrainerError {
  override readonly name = 'DraftError';
}
