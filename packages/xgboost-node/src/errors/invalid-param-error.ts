import { XGBoostNodeError } from './xgboost-node-error.ts';

/** A training parameter has a value of the wrong kind, or contradicts another parameter. */
export class InvalidParamError extends XGBoostNodeError {
  override readonly name = 'InvalidParamError';
  readonly param: string;
  readonly value: unknown;

  constructor(message: string, data: { param: string; value: unknown }) {
    super(message);
    this.param = data.param;
    this.value = data.value;
  }
}
