import { MlflowError } from './mlflow-error.ts';

/** The client was given options that cannot work; nothing was sent. */
export class OptionsError extends MlflowError {
  override readonly name: string = 'OptionsError';
}
