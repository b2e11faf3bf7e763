import { ModelError } from './model-error.ts';

/** A booster that still carries the mark of early stopping. */
export class BestIterationError extends ModelError {
  override readonly name = 'BestIterationError';

  constructor() {
    super(
      'the booster has the attribute best_iteration, which Python callers do not all read alike · the model to be written · refit with that number of rounds, without early stopping',
    );
  }
}
