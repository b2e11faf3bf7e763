import { MlflowError } from './mlflow-error.ts';

/** What was stored or received has not the size that it should have. */
export class ArtifactIntegrityError extends MlflowError {
  override readonly name: string = 'ArtifactIntegrityError';
  readonly path: string;
  /** Bytes. */
  readonly expectedSize: number;
  /** Bytes; undefined when the artifact is not there at all. */
  readonly actualSize: number | undefined;

  constructor(path: string, expectedSize: number, actualSize: number | undefined) {
    const found = actualSize === undefined ? 'is missing' : `has ${actualSize} bytes`;
    super(`artifact ${JSON.stringify(path)} ${found}, expected ${expectedSize} bytes`, {
      transient: true,
      hint: 'transfer it again; something changed the file or lost a part of it',
    });
    this.path = path;
    this.expectedSize = expectedSize;
    this.actualSize = actualSize;
  }
}
