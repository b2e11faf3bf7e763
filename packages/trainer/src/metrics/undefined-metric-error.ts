import { TrainerError } from '../errors/trainer-error.ts';

/** The metric has no value for these labels and scores. */
export class UndefinedMetricError extends TrainerError {
  override readonly name = 'UndefinedMetricError';
  readonly metric: string;

  constructor(metric: string, reason: string) {
    super(`${metric} is undefined: ${reason} · metrics · give rows of both classes`);
    this.metric = metric;
  }
}
