import { MlflowError } from './mlflow-error.ts';

/** A value that MLflow would refuse, cut or silently store as something else; nothing was sent. */
export class EncodingError extends MlflowError {
  override readonly name: string = 'EncodingError';
  /** What was wrong, such as `metric 'loss' step`. */
  readonly field: string;

  constructor(field: string, problem: string, hint?: string) {
    super(`${field} ${problem}`, { hint });
    this.field = field;
  }
}
