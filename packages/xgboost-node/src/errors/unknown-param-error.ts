import { XGBoostNodeError } from './xgboost-node-error.ts';

/** A training parameter that XGBoost does not have. The library itself would only log a line. */
export class UnknownParamError extends XGBoostNodeError {
  override readonly name = 'UnknownParamError';
  readonly param: string;
  /** The nearest known parameter, if one is near. */
  readonly suggestion: string | undefined;

  constructor(message: string, data: { param: string; suggestion: string | undefined }) {
    super(message);
    this.param = data.param;
    this.suggestion = data.suggestion;
  }
}
