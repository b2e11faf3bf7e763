import { MlflowError } from './mlflow-error.ts';

/** The server wants credentials, or does not accept those sent (401). */
export class AuthError extends MlflowError {
  override readonly name: string = 'AuthError';
}
