import { MlflowError } from './mlflow-error.ts';

/** The credentials are good but not for this, or a guard in front of the API refused the request (403). */
export class ForbiddenError extends MlflowError {
  override readonly name: string = 'ForbiddenError';
}
