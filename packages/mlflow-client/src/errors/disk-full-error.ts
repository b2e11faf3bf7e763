import { MlflowError } from './mlflow-error.ts';

/** No space (or no quota) is left on the local disk; what was not acknowledged is not on it. */
export class DiskFullError extends MlflowError {
  override readonly name: string = 'DiskFullError';
  readonly path: string;
  /** `ENOSPC` or `EDQUOT`. */
  readonly code: string;

  constructor(path: string, code: string) {
    super(`no space left to write ${path}`, { hint: 'free some space on that disk and resume' });
    this.path = path;
    this.code = code;
  }
}
