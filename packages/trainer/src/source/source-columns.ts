import { csvRecords, openSource } from '@xgflow/data';
import type { SourceLocation } from '@xgflow/data';

/** The names of a table's columns, and those whose type no feature can hold. */
export interface SourceColumns {
  readonly names: readonly string[];
  readonly unsupported: readonly string[];
}

/** Looks at the columns of a source without reading its rows. @throws {DataError} */
export async function sourceColumns(
  location: SourceLocation,
  query: string | undefined,
): Promise<SourceColumns> {
  if (location.kind === 'csv') {
    for await (const { names } of csvRecords(location.path, { batchRows: 1 })) {
      return { names, unsupported: [] };
    }
    return { names: [], unsupported: [] };
  }
  await using table = await openSource(location, query).open();
  return {
    names: table.columns.map(({ name }) => name),
    unsupported: table.columns.filter(({ kind }) => kind === 'unsupported').map(({ name }) => name),
  };
}
