import { XGBoostNodeError } from './xgboost-node-error.ts';

/** A call into libxgboost returned an error. */
export class XGBoostError extends XGBoostNodeError {
  override readonly name = 'XGBoostError';
  /** The C function that failed, such as `XGBoosterUpdateOneIter`. */
  readonly function: string;
  /** The library's whole text, with its time, source line and native stack. */
  readonly details: string;

  constructor(message: string, data: { function: string; details: string }) {
    super(message);
    this.function = data.function;
    this.details = data.details;
  }
}
