import { DataError } from './data-error.ts';
import { oneLine, shown } from './one-line.ts';

/** A header that does not give each column a name of its own. */
export class BadHeaderError extends DataError {
  override readonly name = 'BadHeaderError';
  readonly source: string;
  readonly reason: 'empty' | 'duplicate';
  /** Position in the header, from 1. */
  readonly position: number;
  readonly header: string;

  constructor(at: {
    source: string;
    reason: 'empty' | 'duplicate';
    position: number;
    header: string;
  }) {
    const what =
      at.reason === 'empty' ? 'empty column name' : `duplicate column name ${shown(at.header)}`;
    super(
      oneLine(
        what,
        `${at.source} header, column ${at.position}`,
        'give every column its own name in the first line',
      ),
    );
    this.source = at.source;
    this.reason = at.reason;
    this.position = at.position;
    this.header = at.header;
  }
}
