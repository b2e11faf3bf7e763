import { TrainerError } from '../errors/trainer-error.ts';

/** A number that XGBoost's 32-bit floats cannot hold. */
export class TooLargeError extends TrainerError {
  override readonly name = 'TooLargeError';
  readonly column: string;
  /** Data row, 1 = first row after the header. */
  readonly row: number;

  constructor(column: string, row: number, value: number) {
    super(
      `${value} is too large for the 32-bit floats of XGBoost · column ${column}, data row ${row} · correct the cell, or give the column in a larger unit`,
    );
    this.column = column;
    this.row = row;
  }
}
