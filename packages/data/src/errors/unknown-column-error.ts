import { chooseFrom } from './choose-from.ts';
import { closest } from './closest.ts';
import { DataError } from './data-error.ts';
import { oneLine, shown } from './one-line.ts';

/** A column name that the table does not have. */
export class UnknownColumnError extends DataError {
  override readonly name = 'UnknownColumnError';
  readonly column: string;
  /** The most similar known name, if one is similar enough. */
  readonly suggestion: string | undefined;
  readonly known: readonly string[];

  constructor(column: string, known: readonly string[], where = 'the table') {
    const suggestion = closest(column, known);
    const advice =
      suggestion === undefined ? chooseFrom(known) : `did you mean ${shown(suggestion)}?`;
    super(oneLine(`no column ${shown(column)}`, where, advice));
    this.column = column;
    this.suggestion = suggestion;
    this.known = known;
  }
}
