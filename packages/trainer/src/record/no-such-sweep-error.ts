import { TrainerError } from '../errors/trainer-error.ts';

/** The server does not hold the experiment or the sweep that was asked for, or holds several. */
export class NoSuchSweepError extends TrainerError {
  override readonly name = 'NoSuchSweepError';
  readonly ambiguous: boolean;

  constructor(message: string, { ambiguous = false } = {}) {
    super(message);
    this.ambiguous = ambiguous;
  }
}
