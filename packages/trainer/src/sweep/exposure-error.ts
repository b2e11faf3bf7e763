import { TrainerError } from '../errors/trainer-error.ts';

/** The column of exposure holds what has no logarithm. */
export class ExposureError extends TrainerError {
  override readonly name = 'ExposureError';
  readonly column: string;

  constructor(column: string, what: string, row?: number) {
    const place = row === undefined ? '' : `, data row ${row + 1}`;
    super(
      `the exposure is ${what} · column ${column}${place} · give numbers above 0 in every row, or leave exposure out of the sweep file`,
    );
    this.column = column;
  }
}
