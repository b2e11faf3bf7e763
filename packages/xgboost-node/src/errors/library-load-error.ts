import { XGBoostNodeError } from './xgboost-node-error.ts';

/** The file was found, but the system's loader refused it (wrong platform, missing libgomp, musl). */
export class LibraryLoadError extends XGBoostNodeError {
  override readonly name = 'LibraryLoadError';
  readonly path: string;

  constructor(message: string, path: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
  }
}
