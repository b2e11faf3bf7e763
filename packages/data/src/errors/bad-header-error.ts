import { DataError } from './data-error.ts';
import { oneLine, shown } from './one-line.ts';

/** A header that does not give each column a name of its own. */
export class BadHeaderError extends DataError {
  override readonly name = 'BadHeaderError';
  readonly source: string;
  /** `delimiter`: several names in one, separated by what separates the cells of other files. */
  readonly reason: 'empty' | 'duplicate' | 'delimiter';
  /** Position in the header, from 1. */
  readonly position: number;
  readonly header: string;

  constructor(at: Pick<BadHeaderError, 'source' | 'reason' | 'position' | 'header'>) {
    super(
      oneLine(whatIsBad(at), `${at.source} header, column ${at.position}`, remedies[at.reason]),
    );
    this.source = at.source;
    this.reason = at.reason;
    this.position = at.position;
    this.header = at.header;
  }
}

const naming = 'give every column its own name in the first line';
const remedies: Readonly<Record<BadHeaderError['reason'], string>> = {
  empty: naming,
  duplicate: naming,
  delimiter: 'save the file with commas between its cells, and points in its decimal numbers',
};

function whatIsBad({ reason, header }: Pick<BadHeaderError, 'reason' | 'header'>): string {
  switch (reason) {
    case 'empty':
      return 'empty column name';
    case 'duplicate':
      return `duplicate column name ${shown(header)}`;
    case 'delimiter':
      return `the cells are not separated by commas: ${shown(header)}`;
  }
}
