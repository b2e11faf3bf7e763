import { ServingError } from './serving-error.ts';

/** A column that was named and that the file does not have. */
export class MissingColumnError extends ServingError {
  override readonly name = 'MissingColumnError';
  readonly column: string;

  constructor(column: string, file: string, known: readonly string[]) {
    const shown = known.slice(0, 12).join(', ');
    const more = known.length > 12 ? ', …' : '';
    super(`no column ${JSON.stringify(column)} · ${file} · it has ${shown}${more}`);
    this.column = column;
  }
}
