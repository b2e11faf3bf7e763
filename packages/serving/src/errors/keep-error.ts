import { ServingError } from './serving-error.ts';

/** Columns to keep that the input does not have, or whose names the output needs itself. */
export class KeepError extends ServingError {
  override readonly name = 'KeepError';
  readonly columns: readonly string[];

  constructor(columns: readonly string[], reason: 'unknown' | 'taken', input: string) {
    const names = columns.map((column) => JSON.stringify(column)).join(', ');
    super(
      reason === 'unknown'
        ? `no column ${names} to keep · ${input} · name columns of the input`
        : `${names} cannot be kept under this name · ${input} · the output has a column of that name; rename it in the input`,
    );
    this.columns = columns;
  }
}
