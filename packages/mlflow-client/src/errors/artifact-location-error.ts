import { MlflowError } from './mlflow-error.ts';

/** Artifacts lie in a store that this client does not reach through the tracking server (`s3:`, `file:` …). */
export class ArtifactLocationError extends MlflowError {
  override readonly name: string = 'ArtifactLocationError';
  /** Scheme of the location, such as `s3:`. */
  readonly scheme: string;

  constructor(scheme: string, location: string) {
    super(`artifacts at ${location} are not served by the tracking server`, {
      hint: 'start the server with --serve-artifacts and --artifacts-destination, so that artifact_uri begins with mlflow-artifacts:',
    });
    this.scheme = scheme;
  }
}
