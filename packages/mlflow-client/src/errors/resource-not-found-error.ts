import { MlflowError } from './mlflow-error.ts';

/** The server knows no such experiment, run, model, version or artifact (404 with an MLflow error body). */
export class ResourceNotFoundError extends MlflowError {
  override readonly name: string = 'ResourceNotFoundError';
}
