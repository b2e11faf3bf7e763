import { TrainerError } from '../errors/trainer-error.ts';

/** No metric has this name. `known` lists those that exist. */
export class UnknownMetricError extends TrainerError {
  override readonly name = 'UnknownMetricError';
  readonly metric: string;
  readonly known: readonly string[];

  constructor(metric: string, known: readonly string[]) {
    super(`unknown metric ${metric} · metrics · use one of ${known.join(', ')}`);
    this.metric = metric;
    this.known = known;
  }
}
