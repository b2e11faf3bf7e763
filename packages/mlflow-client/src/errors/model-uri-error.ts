import { MlflowError } from './mlflow-error.ts';

/** A model URI that names nothing this client can resolve; nothing was sent. */
export class ModelUriError extends MlflowError {
  override readonly name: string = 'ModelUriError';
  /** The URI as it was given. */
  readonly uri: string;

  constructor(uri: string, problem: string) {
    super(`the model URI ${problem} · ${JSON.stringify(uri)}`, {
      hint: 'use models:/name@alias, models:/name/3, models:/name/latest, models:/m-…, runs:/id/path or a directory',
    });
    this.uri = uri;
  }
}
