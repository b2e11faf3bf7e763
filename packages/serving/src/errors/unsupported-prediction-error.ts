import { ServingError } from './serving-error.ts';

/** A model whose predictions have no place in the output. */
export class UnsupportedPredictionError extends ServingError {
  override readonly name = 'UnsupportedPredictionError';

  constructor(objective: string) {
    super(
      `a model with several values a row (${objective}) · batch scoring · train one model per value, or ask /invocations of \`xgflow serve\``,
    );
  }
}
