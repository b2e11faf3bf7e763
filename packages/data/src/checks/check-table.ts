import type { Table } from '../table/table.ts';
import { checkColumn } from './check-column.ts';
import { findDuplicates } from './find-duplicates.ts';
import type { CheckReport, TableChecks } from './table-checks.ts';
import { ViolationList } from './violation-list.ts';

/**
 * Checks a table and reports every violation with row, column and value.
 *
 * @param options.cap violations listed per check and column; counts are always true. Default 20.
 * @throws {UnknownColumnError} for a check on a column that the table does not have
 */
export function checkTable(
  table: Table,
  checks: TableChecks,
  options: { cap?: number } = {},
): CheckReport {
  const list = new ViolationList(options.cap ?? 20);
  for (const [name, columnChecks] of Object.entries(checks.columns ?? {})) {
    checkColumn(table.column(name), columnChecks, list);
  }
  if (checks.duplicates === 'error') {
    for (const [row, earlier] of findDuplicates(table)) {
      list.add({ check: 'duplicates', row: row + 1, column: null, value: `row ${earlier + 1}` });
    }
  }
  return list.report();
}
