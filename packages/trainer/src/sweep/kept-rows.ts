import { checkTable, findDuplicates } from '@xgflow/data';
import type { CheckReport, Table } from '@xgflow/data';
import type { ResolvedConfig } from '../config/index.ts';
import { CheckFailedError } from './check-failed-error.ts';
import { labelsOf } from './work/labels-of.ts';

/** The rows that a sweep learns from. */
export interface KeptRows {
  readonly table: Table;
  /** Data row of the file (from 0) of each row of the table; undefined when no row was left out. */
  readonly fileRows: Int32Array | undefined;
  /** Rows of the file, those left out included. */
  readonly rowsOfFile: number;
}

/** Leaves out the rows that repeat an earlier one, where the sweep file asks for it. */
export function keepRows(
  table: Table,
  { duplicates }: Pick<ResolvedConfig, 'duplicates'>,
): KeptRows {
  const repeats = new Set(duplicates === 'drop' ? findDuplicates(table).map(([row]) => row) : []);
  if (repeats.size === 0) return { table, fileRows: undefined, rowsOfFile: table.rowCount };
  const kept = Int32Array.from({ length: table.rowCount }, (_, row) => row).filter(
    (row) => !repeats.has(row),
  );
  return { table: table.take(kept), fileRows: kept, rowsOfFile: table.rowCount };
}

/** How the sweep file's `checks` and `duplicates` come out, with rows of the file. */
export function reportOfRows(
  { table, fileRows }: KeptRows,
  { checks, duplicates }: Pick<ResolvedConfig, 'checks' | 'duplicates'>,
): CheckReport {
  const report = checkTable(table, {
    columns: checks,
    duplicates: duplicates === 'fail' ? 'error' : 'allow',
  });
  return inFile(report, fileRows);
}

/** @throws CheckFailedError where `checks` or `duplicates` do not hold */
export function checkRows(
  kept: KeptRows,
  config: Pick<ResolvedConfig, 'checks' | 'duplicates'>,
  source: string,
): void {
  const report = reportOfRows(kept, config);
  if (!report.ok) throw new CheckFailedError(report, source);
}

/** The values of a whole table's rows that were kept. */
export function ofKept({ fileRows }: Pick<KeptRows, 'fileRows'>, values: Float64Array) {
  return fileRows ? labelsOf(fileRows, values) : values;
}

function inFile(report: CheckReport, fileRows: Int32Array | undefined): CheckReport {
  const rowInFile = (row: number): number => (fileRows?.[row - 1] ?? row - 1) + 1;
  const violations = report.violations.map((violation) => ({
    ...violation,
    row: violation.row === null ? null : rowInFile(violation.row),
  }));
  return { ...report, violations };
}
