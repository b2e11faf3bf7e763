import { XGBoostNodeError } from './xgboost-node-error.ts';

/** A model file could not be read or written; `cause` is the file system's error. */
export class ModelFileError extends XGBoostNodeError {
  override readonly name = 'ModelFileError';
  readonly path: string;

  constructor(message: string, path: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
  }
}
