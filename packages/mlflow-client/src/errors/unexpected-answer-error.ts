import { MlflowError } from './mlflow-error.ts';

/** Something answered that is not the MLflow API: a login page, a redirect, a proxy page, a body that is too large. */
export class UnexpectedAnswerError extends MlflowError {
  override readonly name: string = 'UnexpectedAnswerError';
}
