import { checkTable, findDuplicates } from '@xgflow/data';
import type { CheckReport, Table } from '@xgflow/data';
import type { ResolvedConfig } from '../config/index.ts';
import { CheckFailedError } from './check-failed-error.ts';

/** The rows that a sweep learns from. */
export interface KeptRows {
  readonly table: Table;
  /** Data row of the file (from 0) of each row of the table; undefined when no row was left out. */
  readonly fileRows: Int32Array | undefined;
}

/** Leaves out the rows that repeat an earlier one, where the sweep file asks for it. */
export function keepRows(
  table: Table,
  { duplicates }: Pick<ResolvedConfig, 'duplicates'>,
): KeptRows {
  const repeats = new Set(duplicates === 'drop' ? findDuplicates(table).map(([row]) => row) : []);
  if (repeats.size === 0) return { table, fileRows: undefined };
  const kept = Int32Array.from({ length: table.rowCount }, (_, row) => row).filter(
    (row) => !repeats.has(row),
  );
  return { table: table.take(kept), fileRows: kept };
}

/** The sweep file's `checks` and `duplicates`. @throws CheckFailedError, with rows of the file */
export function checkRows(
  { table, fileRows }: KeptRows,
  { checks, duplicates }: Pick<ResolvedConfig, 'checks' | 'duplicates'>,
  source: string,
): void {
  const report = checkTable(table, {
    columns: checks,
    duplicates: duplicates === 'fail' ? 'error' : 'allow',
  });
  if (!report.ok) throw new CheckFailedError(inFile(report, fileRows), source);
}

function inFile(report: CheckReport, fileRows: Int32Array | undefined): CheckReport {
  const rowInFile = (row: number): number => (fileRows?.[row - 1] ?? row - 1) + 1;
  const violations = report.violations.map((violation) => ({
    ...violation,
    row: violation.row === null ? null : rowInFile(violation.row),
  }));
  return { ...report, violations };
}
