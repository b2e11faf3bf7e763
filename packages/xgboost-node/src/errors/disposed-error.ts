import { XGBoostNodeError } from './xgboost-node-error.ts';

/** The object was used after `dispose()`. */
export class DisposedError extends XGBoostNodeError {
  override readonly name = 'DisposedError';
  /** `Booster` or `DMatrix`. */
  readonly object: string;

  constructor(object: string) {
    super(`${object} was used after dispose(); keep it open until its last use`);
    this.object = object;
  }
}
