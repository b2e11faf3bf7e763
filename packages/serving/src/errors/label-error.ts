import { ServingError } from './serving-error.ts';

/** A label that the model's target cannot have. */
export class LabelError extends ServingError {
  override readonly name = 'LabelError';
  readonly column: string;
  readonly cell: string;

  constructor(at: { column: string; cell: string; place: string; expected: string }) {
    const cell = at.cell.length > 40 ? `${at.cell.slice(0, 40).toWellFormed()}…` : at.cell;
    super(
      `the label ${JSON.stringify(cell)} is not ${at.expected} · ${at.place}, column ${JSON.stringify(at.column)} · correct it, or name another column with --labels`,
    );
    this.column = at.column;
    this.cell = at.cell;
  }
}
