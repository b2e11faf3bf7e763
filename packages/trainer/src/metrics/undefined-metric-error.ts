import { TrainerError } from '../errors/trainer-error.ts';

/** The metric has no value for these labels and scores. */
export class UndefinedMetricError extends TrainerError {
  override readonly name = 'UndefinedMetricError';
  readonly metric: string;

  constructor(metric: string, reason: string, remedy = 'give rows of both classes') {
    super(`${metric} is undefined: ${reason} · metrics · ${remedy}`);
    this.metric = metric;
  }
}
