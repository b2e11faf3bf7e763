import { BadSourceError } from '../errors/bad-source-error.ts';
import { ParquetSource } from './parquet/parquet-source.ts';
import { PostgresSource } from './postgres/postgres-source.ts';
import type { SourceLocation } from './source-location.ts';
import { SqliteSource } from './sqlite/sqlite-source.ts';
import type { TableSource } from './table-source.ts';

/**
 * The table source of a location that has types of its own; CSV is read by `readCsv` and `csvRecords`.
 *
 * @param query a table's name or a query; a database needs one, a Parquet file may have one over the view `source`
 * @throws {BadSourceError} without a query for a database, or with one for a CSV file
 */
export function openSource(location: SourceLocation, query?: string): TableSource {
  const { name } = location;
  if (location.kind === 'csv') {
    throw new BadSourceError('a CSV file has no types and no queries', name, 'leave the query out');
  }
  if (location.kind === 'parquet') return new ParquetSource(location, query);
  if (query === undefined || query.trim() === '') {
    throw new BadSourceError('a database without a query', name, 'add query: a table or a SELECT');
  }
  return location.kind === 'sqlite'
    ? new SqliteSource(location, query)
    : new PostgresSource(location, query);
}
