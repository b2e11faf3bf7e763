import type { Cell, SourceColumn } from './cell.ts';

/** Some rows, column by column. */
export interface RowBlock {
  /** One array per column of the table, each of `rowCount` cells. */
  readonly cells: readonly (readonly Cell[])[];
  readonly rowCount: number;
}

/** A table that is being read: one pass, in its order. */
export interface OpenTable extends AsyncDisposable {
  readonly columns: readonly SourceColumn[];
  /** What the user should know of this reading, such as an order that is nowhere defined. */
  readonly warnings: readonly string[];
  /**
   * The rows, in blocks of at most a few thousand; may be called once. The event loop breathes between
   * two blocks.
   *
   * @throws {BadCellError} · {SourceQueryError} · {SourceUnavailableError}
   */
  blocks(): AsyncIterable<RowBlock>;
}

/** How a table is opened. */
export interface OpenOptions {
  /** Columns whose cells are not looked at: they come as null. Any rule with a `has`, such as a Set. */
  readonly skip?: Pick<ReadonlySet<string>, 'has'>;
  readonly signal?: AbortSignal;
}

/** The one seam between a database, or a file with types, and the tables made of it. */
export interface TableSource {
  /** For messages and records; never with a password. */
  readonly name: string;
  /**
   * Starts the query.
   *
   * @throws {SourceUnavailableError} · {SourceAuthError} · {SourceQueryError} · {UnreadableFileError}
   */
  open(options?: OpenOptions): Promise<OpenTable>;
}
