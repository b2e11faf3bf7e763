import { XGBoostNodeError } from './xgboost-node-error.ts';

/** The object was disposed while a training that needs it was running. */
export class InUseError extends XGBoostNodeError {
  override readonly name = 'InUseError';
  /** `Booster` or `DMatrix`. */
  readonly object: string;

  constructor(object: string) {
    super(`${object} was disposed while a training uses it; dispose it after train() returned`);
    this.object = object;
  }
}
