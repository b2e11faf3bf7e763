import { XGBoostNodeError } from './xgboost-node-error.ts';

/** A value in the data cannot be used: an infinity, a NaN label, a code outside its levels, a wrong length. */
export class InvalidDataError extends XGBoostNodeError {
  override readonly name = 'InvalidDataError';
  /** What holds the value: `label`, `weight`, `baseMargin`, `values` or a column's name. */
  readonly field: string;
  /** 0-based row, when one row is to blame. */
  readonly row: number | undefined;
  /** 0-based column, when one column is to blame. */
  readonly column: number | undefined;

  constructor(message: string, at: { field: string; row?: number; column?: number }) {
    super(message);
    this.field = at.field;
    this.row = at.row;
    this.column = at.column;
  }
}
