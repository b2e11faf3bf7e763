import { MlflowError } from './mlflow-error.ts';

/** A 4xx answer that no narrower class names; `errorCode` and `status` tell what it was. */
export class RequestRefusedError extends MlflowError {
  override readonly name: string = 'RequestRefusedError';
}
