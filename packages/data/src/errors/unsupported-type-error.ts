import { DataError } from './data-error.ts';
import { oneLine, shown } from './one-line.ts';

/** A column of a database or a Parquet file whose type no feature can hold. */
export class UnsupportedTypeError extends DataError {
  override readonly name = 'UnsupportedTypeError';
  readonly source: string;
  readonly column: string;
  /** The type as the source calls it. */
  readonly type: string;

  constructor(at: { source: string; column: string; type: string }) {
    super(
      oneLine(
        `type ${at.type} is neither a number nor text`,
        `${at.source}, column ${shown(at.column)}`,
        'list the column under drop, or cast it in the query',
      ),
    );
    this.source = at.source;
    this.column = at.column;
    this.type = at.type;
  }
}
