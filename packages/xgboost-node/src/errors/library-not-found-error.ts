import { XGBoostNodeError } from './xgboost-node-error.ts';

/** No libxgboost at any of the places that were looked at. */
export class LibraryNotFoundError extends XGBoostNodeError {
  override readonly name = 'LibraryNotFoundError';
  /** Every path or package that was tried, in order. */
  readonly tried: readonly string[];

  constructor(message: string, tried: readonly string[], options?: ErrorOptions) {
    super(message, options);
    this.tried = tried;
  }
}
