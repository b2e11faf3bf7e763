import { ModelError } from './model-error.ts';

/** A cell of a record that its feature cannot hold. */
export class BadFieldError extends ModelError {
  override readonly name = 'BadFieldError';
  /** Row of the records, from 1. */
  readonly row: number;
  readonly field: string;
  readonly value: unknown;
  /** What the feature takes, e.g. `a number`. */
  readonly expected: string;

  constructor(at: {
    row: number;
    field: string;
    value: unknown;
    expected: string;
    place: string;
    /** What to do. Default: correct the cell or leave it empty. */
    advice?: string;
  }) {
    const shown = JSON.stringify(String(at.value).slice(0, 60));
    const where = `${at.place}, column ${JSON.stringify(at.field)}`;
    super(
      `${shown} is not ${at.expected} · ${where} · ${at.advice ?? 'correct the cell or leave it empty'}`,
    );
    this.row = at.row;
    this.field = at.field;
    this.value = at.value;
    this.expected = at.expected;
  }
}
