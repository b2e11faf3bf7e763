import { MlflowError } from './mlflow-error.ts';

/** What was stored or received has not the size that it should have. */
export class ArtifactIntegrityError extends MlflowError {
  override readonly name: string = 'ArtifactIntegrityError';
  readonly path: string;
  /** Bytes; undefined when the server tells no size. */
  readonly expectedSize: number | undefined;
  /** Bytes; undefined when the artifact is not there at all. */
  readonly actualSize: number | undefined;

  constructor(path: string, expectedSize: number | undefined, actualSize: number | undefined) {
    const found = actualSize === undefined ? 'is missing' : `has ${actualSize} bytes`;
    const wanted =
      expectedSize === undefined
        ? 'and the server tells no size to check it by'
        : `expected ${expectedSize} bytes`;
    super(`artifact ${JSON.stringify(path)} ${found}, ${wanted}`, {
      transient: true,
      hint: 'transfer it again; something changed the file or lost a part of it',
    });
    this.path = path;
    this.expectedSize = expectedSize;
    this.actualSize = actualSize;
  }
}
