import { MlflowError } from './mlflow-error.ts';

/** The server failed while handling the request (500 and other 5xx that waiting does not cure). */
export class ServerFaultError extends MlflowError {
  override readonly name: string = 'ServerFaultError';
}
