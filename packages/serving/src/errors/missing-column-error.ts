import { firstFew } from '@xgflow/data';
import { ServingError } from './serving-error.ts';

/** A column that was named and that the file does not have. */
export class MissingColumnError extends ServingError {
  override readonly name = 'MissingColumnError';
  readonly column: string;

  constructor(column: string, file: string, known: readonly string[]) {
    super(`no column ${JSON.stringify(column)} · ${file} · it has ${firstFew(known, 12)}`);
    this.column = column;
  }
}
