import { XGBoostNodeError } from './xgboost-node-error.ts';

/** The bytes are not a model in XGBoost's JSON or UBJSON format. */
export class ModelFormatError extends XGBoostNodeError {
  override readonly name = 'ModelFormatError';
  /** The file, when the bytes came from one. */
  readonly path: string | undefined;

  constructor(message: string, path?: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
  }
}
