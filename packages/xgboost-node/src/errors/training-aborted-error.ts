import { XGBoostNodeError } from './xgboost-node-error.ts';

/** The AbortSignal fired; the unfinished booster was freed. `cause` is the signal's reason. */
export class TrainingAbortedError extends XGBoostNodeError {
  override readonly name = 'TrainingAbortedError';
  /** Rounds that were complete when training stopped. */
  readonly rounds: number;

  constructor(rounds: number, options?: ErrorOptions) {
    super(`training was aborted after ${rounds} rounds; start it again to get a model`, options);
    this.rounds = rounds;
  }
}
