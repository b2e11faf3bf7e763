import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** What the bytes are instead of UTF-8 text. */
export type WrongEncoding = 'invalid-utf8' | 'utf16' | 'nul' | 'gzip' | 'zip' | 'parquet';

const WHAT: Record<WrongEncoding, readonly [what: string, advice: string]> = {
  'invalid-utf8': ['a byte that is not UTF-8 (Latin-1?)', 'save the file as UTF-8'],
  utf16: ['UTF-16 text', 'save the file as UTF-8'],
  nul: ['a NUL byte (binary file, or UTF-16?)', 'save the file as UTF-8 text'],
  gzip: ['gzip data', 'unpack the file first'],
  zip: ['zip data (a spreadsheet?)', 'export the table as CSV'],
  parquet: ['Parquet data', 'name the file .parquet'],
};

/** A file that is not UTF-8 text. */
export class EncodingError extends DataError {
  override readonly name = 'EncodingError';
  readonly source: string;
  readonly line: number;
  readonly found: WrongEncoding;

  constructor(at: { source: string; line: number; found: WrongEncoding }) {
    const [what, advice] = WHAT[at.found];
    super(oneLine(what, `${at.source} line ${at.line}`, advice));
    this.source = at.source;
    this.line = at.line;
    this.found = at.found;
  }
}
