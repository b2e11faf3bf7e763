import { MlflowError } from './mlflow-error.ts';

/** The name is taken (`RESOURCE_ALREADY_EXISTS`, which MLflow answers with 400, or `ALREADY_EXISTS`). */
export class AlreadyExistsError extends MlflowError {
  override readonly name: string = 'AlreadyExistsError';
}
