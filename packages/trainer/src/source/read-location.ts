import { BadCellError, openSource, readCsv, readSource } from '@xgflow/data';
import type { ReadSourceOptions, SourceLocation, Table } from '@xgflow/data';

/** How a table is read, whatever it is read from. */
export type ReadLocationOptions = Pick<
  ReadSourceOptions,
  'categorical' | 'drop' | 'text' | 'signal' | 'onWarning'
>;

/** Reads a table from wherever it is. @throws {DataError} */
export async function readLocation(
  location: SourceLocation,
  query: string | undefined,
  options: ReadLocationOptions,
): Promise<Table> {
  const { onWarning, ...rest } = options;
  return location.kind === 'csv'
    ? readCsv(location.path, rest)
    : readSource(openSource(location, query), { ...rest, ...(onWarning ? { onWarning } : {}) });
}

/**
 * Reads a table of which nothing is known: text columns become categories, also those whose text comes late.
 *
 * @throws {DataError}
 */
export async function readAnything(
  location: SourceLocation,
  query: string | undefined,
  options: ReadLocationOptions = {},
): Promise<Table> {
  const categorical = [...(options.categorical ?? [])];
  for (;;) {
    try {
      return await readLocation(location, query, { ...options, text: 'categorical', categorical });
    } catch (error) {
      if (!(error instanceof BadCellError && error.reason === 'late-text')) throw error;
      categorical.push(error.column);
    }
  }
}
