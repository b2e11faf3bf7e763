import { MissingFieldError } from '../errors/missing-field-error.ts';
import { UnexpectedFieldError } from '../errors/unexpected-field-error.ts';

export interface RecordOptions {
  /** What to do with names that the model does not know. Default `'ignore'`. */
  readonly extra?: 'ignore' | 'error';
}

export interface RowOptions extends RecordOptions {
  /** Where row `i` is, for messages. Default `row <i + 1>`. */
  readonly place?: (row: number) => string;
  /** Number of the first row, from 1, for the errors' `row`. Default 1. */
  readonly firstRow?: number;
}

/** Cells of some rows, which have all the columns that were asked for. */
export interface CellSource {
  readonly rows: number;
  /** Number of the first row, from 1. */
  readonly first: number;
  /** Where a row (from 0) is, for messages. */
  readonly place: (row: number) => string;
  /** What reads one column's cells by row, from 0. */
  readonly column: (name: string) => (row: number) => unknown;
}

/**
 * Records by name.
 *
 * @param known the columns that every record must have
 * @throws {MissingFieldError} · {UnexpectedFieldError} with `extra: 'error'`
 */
export function recordSource(
  records: readonly Readonly<Record<string, unknown>>[],
  known: readonly string[],
  options: RecordOptions,
): CellSource {
  const place = (row: number): string => `row ${row + 1}`;
  records.forEach((record, row) => {
    // Own properties only: a feature may be called "constructor".
    const missing = known.filter(
      (name) => !Object.hasOwn(record, name) || record[name] === undefined,
    );
    if (missing.length > 0) throw new MissingFieldError(missing, place(row), row + 1);
    if (options.extra === 'error') refuseExtra(Object.keys(record), known, place(row));
  });
  return {
    rows: records.length,
    first: 1,
    place,
    column: (name) => (row) => records[row]?.[name],
  };
}

/** Rows of cells in the order of `names`. Throws as recordSource() does. */
export function rowSource(
  input: { names: readonly string[]; rows: readonly (readonly unknown[])[] },
  known: readonly string[],
  options: RowOptions,
): CellSource {
  const { names, rows } = input;
  const position = new Map(names.map((name, index) => [name, index]));
  const missing = known.filter((name) => !position.has(name));
  if (missing.length > 0) throw new MissingFieldError(missing, 'the input');
  if (options.extra === 'error') refuseExtra(names, known, 'the input');
  const first = options.firstRow ?? 1;
  return {
    rows: rows.length,
    first,
    place: options.place ?? ((row) => `row ${first + row}`),
    column: (name) => {
      const at = position.get(name) ?? 0;
      return (row) => rows[row]?.[at];
    },
  };
}

function refuseExtra(names: readonly string[], known: readonly string[], place: string): void {
  const wanted = new Set(known);
  const extra = names.filter((name) => !wanted.has(name));
  if (extra.length > 0) throw new UnexpectedFieldError(extra, place);
}
