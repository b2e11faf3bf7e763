import { ServingError } from './serving-error.ts';

/** A model whose predictions have no place in the output. */
export class UnsupportedPredictionError extends ServingError {
  override readonly name = 'UnsupportedPredictionError';

  constructor(objective: string) {
    super(
      `a model with several numbers a row whose classes have no names (${objective}) · batch scoring · use a model that xgflow logged, or one of two classes or a number`,
    );
  }
}
