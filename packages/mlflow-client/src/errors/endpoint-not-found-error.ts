import { MlflowError } from './mlflow-error.ts';

/** The server has no such route (404 or 405 that is not JSON): an older MLflow, or the tracking URI lacks a path prefix. */
export class EndpointNotFoundError extends MlflowError {
  override readonly name: string = 'EndpointNotFoundError';
}
