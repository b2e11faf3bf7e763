import { XGBoostNodeError } from './xgboost-node-error.ts';

/** A categorical column has levels that the model never saw, or levels of another kind. */
export class UnseenCategoryError extends XGBoostNodeError {
  override readonly name = 'UnseenCategoryError';
  readonly feature: string;
  /** The levels (or codes) that the model does not know. */
  readonly levels: readonly (string | number)[];

  constructor(message: string, data: { feature: string; levels: readonly (string | number)[] }) {
    super(message);
    this.feature = data.feature;
    this.levels = data.levels;
  }
}
