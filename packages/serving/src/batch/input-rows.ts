import { cellText, csvRecords, openSource, UnsupportedTypeError } from '@xgflow/data';
import type { CsvOptions, RaggedRowError, SourceLocation } from '@xgflow/data';

/** Some rows of an input. */
export interface InputRows {
  /** The same array in every batch. */
  readonly names: readonly string[];
  /** Cells in the order of `names`: texts of a CSV file; numbers, texts and null of a table with types. */
  readonly rows: readonly (readonly unknown[])[];
  /** Number of each row in the input, from 1. */
  readonly numbers: readonly number[];
  /** Line of the file on which each row ends; undefined for a table without lines. */
  readonly lines: readonly number[] | undefined;
  /** Number of the row up to which the input is done: every row is in this batch, in an earlier one, or is ragged. */
  readonly upTo: number;
}

/** What is read. */
export interface RowsInput extends Pick<CsvOptions, 'delimiter' | 'maxRecordBytes'> {
  readonly location: SourceLocation;
  readonly query?: string | undefined;
}

/** How it is read. */
export interface RowsOptions {
  /** Rows of a batch of a CSV file; a table with types comes in the blocks of its source. */
  readonly batchRows: number;
  /** Columns that are looked at: their types must be numbers or text. Cells of others may be null. */
  readonly needed: ReadonlySet<string>;
  readonly onRaggedRow?: ((error: RaggedRowError) => void) | undefined;
  readonly onWarning?: ((warning: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The rows of an input, batch by batch, in memory that does not grow with it. An input without rows gives one batch
 * without any, so that its names are known.
 *
 * @throws {DataError}
 */
export async function* inputRows(
  input: RowsInput,
  options: RowsOptions,
): AsyncGenerator<InputRows> {
  yield* input.location.kind === 'csv'
    ? csvRows(input, input.location.path, options)
    : typedRows(input, options);
}

async function* csvRows(
  { delimiter, maxRecordBytes }: RowsInput,
  path: string,
  { batchRows, onRaggedRow, signal }: RowsOptions,
): AsyncGenerator<InputRows> {
  yield* csvRecords(path, {
    batchRows,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(maxRecordBytes === undefined ? {} : { maxRecordBytes }),
    ...(onRaggedRow === undefined ? {} : { onRaggedRow }),
    ...(signal === undefined ? {} : { signal }),
  });
}

async function* typedRows(
  { location, query }: RowsInput,
  { needed, onWarning, signal }: RowsOptions,
): AsyncGenerator<InputRows> {
  await using table = await openSource(location, query).open({
    skip: { has: (name) => !needed.has(name) },
    ...(signal ? { signal } : {}),
  });
  table.warnings.forEach((warning) => onWarning?.(warning));
  for (const { kind, name: column, type } of table.columns) {
    if (kind === 'unsupported' && needed.has(column)) {
      throw new UnsupportedTypeError({ source: location.name, column, type });
    }
  }
  const names = table.columns.map(({ name }) => name);
  let before = 0;
  for await (const { cells, rowCount } of table.blocks()) {
    const first = before + 1;
    before += rowCount;
    yield {
      names,
      rows: Array.from({ length: rowCount }, (_, row) =>
        cells.map((column) => column[row] ?? null),
      ),
      numbers: Array.from({ length: rowCount }, (_, row) => first + row),
      lines: undefined,
      upTo: before,
    };
  }
  if (before === 0) yield { names, rows: [], numbers: [], lines: undefined, upTo: 0 };
}

/** A cell as it is kept in the output. */
export function keptText(cell: unknown): string {
  if (typeof cell === 'number') return cellText(cell, 'text');
  return typeof cell === 'string' ? cell : '';
}
