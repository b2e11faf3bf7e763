import { Parser } from 'csv-parse';
import { EmptyFileError } from '../errors/empty-file-error.ts';
import { RaggedRowError } from '../errors/ragged-row-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import { ByteGuard } from './byte-guard.ts';
import type { RowPlace } from './cell-place.ts';
import type { CsvOptions } from './csv-options.ts';
import { checkHeader } from './header.ts';
import { parserError } from './parser-error.ts';

/** What is done with what is read; an error thrown here ends the reading. */
export interface RowHandler {
  header(names: string[]): void;
  /** The cells of the row at the parser's `place`; as many as the header has names. */
  row(cells: string[]): void;
}

const MAX_COLUMNS = 10_000;
const MAX_RECORD_BYTES = 1024 * 1024;

/**
 * csv-parse fed by hand: every row of a block is handled before `push` returns, so a caller that
 * awaits `push` needs no other flow control, and no record passes through an object stream.
 */
export class RowParser {
  readonly place: { -readonly [Field in keyof RowPlace]: RowPlace[Field] };
  readonly #parser: Parser;
  readonly #guard: ByteGuard;
  readonly #handler: RowHandler;
  readonly #maxRows: number;
  readonly #maxColumns: number;
  readonly #maxRecordBytes: number;
  readonly #onRaggedRow: CsvOptions['onRaggedRow'];
  #width = -1;

  constructor(source: string, handler: RowHandler, options: CsvOptions) {
    this.place = { source, row: 0, line: 1 };
    this.#handler = handler;
    this.#guard = new ByteGuard(source);
    this.#onRaggedRow = options.onRaggedRow;
    this.#maxRows = options.maxRows ?? Infinity;
    this.#maxColumns = options.maxColumns ?? MAX_COLUMNS;
    this.#maxRecordBytes = options.maxRecordBytes ?? MAX_RECORD_BYTES;
    this.#parser = new Parser({
      bom: true,
      delimiter: options.delimiter ?? ',',
      max_record_size: this.#maxRecordBytes,
      record_delimiter: ['\r\n', '\n', '\r'], // a file may mix them
      relax_column_count: true, // counted here, to name the row
      skip_empty_lines: true, // as pandas does
      on_record: (cells: string[], info) => {
        this.#onRecord(cells, info.lines);
        return null;
      },
    });
    // ASCII reads the same in both, and Node makes strings of Latin-1 with less work.
    this.#parser.options.encoding = 'latin1';
    // Errors arrive at the callbacks of write and end; without a listener they would be thrown too.
    this.#parser.on('error', () => undefined);
    this.#parser.resume();
  }

  /** Parses a block of bytes. @throws {DataError} */
  async push(chunk: Buffer): Promise<void> {
    this.#guard.check(chunk);
    if (!this.#guard.ascii) this.#parser.options.encoding = 'utf8';
    await this.#settle((done) => this.#parser.write(chunk, done));
  }

  /** Parses what is left. @throws {DataError}, and {EmptyFileError} where there is no header */
  async end(): Promise<void> {
    this.#guard.end();
    await this.#settle((done) => this.#parser.end(done));
    if (this.#width < 0) throw new EmptyFileError(this.place.source, 'nothing');
  }

  #settle(start: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      start((error) => {
        if (error == null) resolve();
        else reject(parserError(error, this.place.source, this.#maxRecordBytes));
      });
    });
  }

  #onRecord(cells: string[], line: number): void {
    const place = this.place;
    place.line = line;
    if (this.#width < 0) {
      checkHeader(cells, place.source, this.#maxColumns);
      this.#width = cells.length;
      this.#handler.header(cells);
      return;
    }
    if (place.row >= this.#maxRows) {
      throw new TooLargeError({
        source: place.source,
        limit: 'maxRows',
        allowed: this.#maxRows,
        line,
      });
    }
    place.row++;
    if (cells.length !== this.#width) {
      const error = new RaggedRowError({ ...place, expected: this.#width, found: cells.length });
      if (this.#onRaggedRow === undefined) throw error;
      this.#onRaggedRow(error);
      return;
    }
    this.#handler.row(cells);
  }
}
