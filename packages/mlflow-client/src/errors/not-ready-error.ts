import { MlflowError } from './mlflow-error.ts';

/** A model version or logged model did not become ready in time, or its creation failed on the server. */
export class NotReadyError extends MlflowError {
  override readonly name: string = 'NotReadyError';
}
