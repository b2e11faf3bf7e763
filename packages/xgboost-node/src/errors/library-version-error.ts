import { XGBoostNodeError } from './xgboost-node-error.ts';

/** The library that was found is of a version that this package was not tested with. */
export class LibraryVersionError extends XGBoostNodeError {
  override readonly name = 'LibraryVersionError';
  readonly path: string;
  readonly version: string;

  constructor(message: string, data: { path: string; version: string }) {
    super(message);
    this.path = data.path;
    this.version = data.version;
  }
}
