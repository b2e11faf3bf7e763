import { MlflowError } from './mlflow-error.ts';

/** An artifact path that the server cannot hold, or one from the server that must not be written here. */
export class ArtifactPathError extends MlflowError {
  override readonly name: string = 'ArtifactPathError';
  /** The path as it was given. */
  readonly path: string;

  constructor(path: string, problem: string, hint?: string) {
    super(`artifact path ${JSON.stringify(path)} ${problem}`, { hint });
    this.path = path;
  }
}
