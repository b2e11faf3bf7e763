import { MlflowError } from './mlflow-error.ts';

/** A file on this machine could not be read or written. */
export class LocalFileError extends MlflowError {
  override readonly name: string = 'LocalFileError';
  readonly path: string;
  /** Node's code, such as `ENOENT`; undefined when there is none. */
  readonly code: string | undefined;

  constructor(
    path: string,
    problem: string,
    options: { code?: string | undefined; hint?: string } = {},
  ) {
    super(`${path}: ${problem}`, { hint: options.hint });
    this.path = path;
    this.code = options.code;
  }
}
