import { MlflowError, type MlflowErrorDetails } from './mlflow-error.ts';

/** The server could not be reached, or kept answering with a passing fault, until the deadline. */
export class ServerUnavailableError extends MlflowError {
  override readonly name: string = 'ServerUnavailableError';
  /** Code of the last network failure, such as `ECONNREFUSED`; undefined after an HTTP answer. */
  readonly code: string | undefined;

  constructor(
    reason: string,
    details: MlflowErrorDetails & { readonly code?: string | undefined } = {},
  ) {
    super(reason, details);
    this.code = details.code;
  }
}
