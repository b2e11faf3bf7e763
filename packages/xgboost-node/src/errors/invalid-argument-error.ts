import { XGBoostNodeError } from './xgboost-node-error.ts';

/** An argument is of the wrong kind or outside its range. */
export class InvalidArgumentError extends XGBoostNodeError {
  override readonly name = 'InvalidArgumentError';
  /** The argument or option, such as `rounds` or `iterationRange`. */
  readonly argument: string;

  constructor(message: string, argument: string, options?: ErrorOptions) {
    super(message, options);
    this.argument = argument;
  }
}
