import { TrainerError } from '../errors/trainer-error.ts';
import type { TrialRecord } from './result.ts';

/** No trial of a variant gave a score, so there is nothing to fit. */
export class AllTrialsFailedError extends TrainerError {
  override readonly name = 'AllTrialsFailedError';
  /** Each with its reason. */
  readonly trials: readonly TrialRecord[];

  constructor(variant: string, trials: readonly TrialRecord[]) {
    const reason = trials.find((trial) => trial.error)?.error ?? 'no score is finite';
    super(`no trial gave a score · variant ${variant}, ${trials.length} trials · ${reason}`);
    this.trials = trials;
  }
}
