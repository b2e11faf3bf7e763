import { MlflowError } from './mlflow-error.ts';

/** The caller gave up through its AbortSignal, whose reason is the `cause`, or the client was closed. */
export class AbortedError extends MlflowError {
  override readonly name: string = 'AbortedError';
}
