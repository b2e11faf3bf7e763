import type { RaggedRowError } from '../errors/ragged-row-error.ts';
import type { Schema } from '../schema/schema.ts';

/** How far a reading is. */
export interface ReadProgress {
  /** Rows read so far. */
  readonly rows: number;
  /** Bytes read so far. */
  readonly bytes: number;
}

/** What every CSV reading needs to know. */
export interface CsvOptions {
  /** One character between cells. Default `,`. */
  readonly delimiter?: string;
  /** Refuse files with more rows. Default: no limit. */
  readonly maxRows?: number;
  /** Refuse headers with more columns. Default 10,000. */
  readonly maxColumns?: number;
  /** Refuse rows with more bytes, which is how a quote never closed shows. Default 1 MiB. */
  readonly maxRecordBytes?: number;
  /** Called after each block of the file (256 KiB). */
  readonly onProgress?: (progress: ReadProgress) => void;
  /**
   * What to do with a row of too few or too many cells instead of ending with it: it is counted and left out.
   */
  readonly onRaggedRow?: (error: RaggedRowError) => void;
  /** Stops the reading; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Name of a stream in error messages. Default: the path, or `input`. */
  readonly sourceName?: string;
}

/** How a table is read. */
export interface ReadCsvOptions extends CsvOptions {
  /** Columns whose cells are levels, numbers included. */
  readonly categorical?: readonly string[];
  /** Columns that must be numeric even where `text: 'categorical'` would take text. */
  readonly numeric?: readonly string[];
  /** Columns to leave out; their cells are not looked at. */
  readonly drop?: readonly string[];
  /**
   * Read by this contract: its columns, kinds and levels, in its order; every one must be in the
   * file, others in the file are left out. Excludes `categorical`, `numeric` and `text`.
   */
  readonly schema?: Schema;
  /** With `schema`: what a level that it does not list becomes. Default `'error'`. */
  readonly unseen?: 'error' | 'missing';
  /**
   * What a column becomes that is not declared and holds text. Default `'error'`: the first such
   * cell is refused.
   */
  readonly text?: 'error' | 'categorical';
  /** Cells that mean missing, compared exactly. Default: pandas' list. */
  readonly missingTokens?: readonly string[];
}
