import { MlflowError } from './mlflow-error.ts';

/** The server refused a value of the request (400). */
export class InvalidParameterError extends MlflowError {
  override readonly name: string = 'InvalidParameterError';
}
