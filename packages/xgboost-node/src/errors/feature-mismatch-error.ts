import { XGBoostNodeError } from './xgboost-node-error.ts';

/** The columns of the data are not the columns the model was trained on. */
export class FeatureMismatchError extends XGBoostNodeError {
  override readonly name = 'FeatureMismatchError';
  /** Features of the model that the data lacks. */
  readonly missing: readonly string[];
  /** Columns of the data that the model does not know. */
  readonly unexpected: readonly string[];
  readonly expectedCount: number;
  readonly actualCount: number;

  constructor(
    message: string,
    data: {
      missing?: readonly string[];
      unexpected?: readonly string[];
      expectedCount: number;
      actualCount: number;
    },
  ) {
    super(message);
    this.missing = data.missing ?? [];
    this.unexpected = data.unexpected ?? [];
    this.expectedCount = data.expectedCount;
    this.actualCount = data.actualCount;
  }
}
