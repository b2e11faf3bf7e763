import { csvCell } from '@xgflow/data';
import type { ReportCell, ReportRow } from './report-row.ts';

/** Rows as CSV (RFC 4180, `\n` at the line ends), numbers in full. The first row names the columns. */
export function csvText(rows: readonly ReportRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return csvLines([
    csvLine(columns),
    ...rows.map((row) => csvLine(columns.map((column) => row[column] ?? null))),
  ]);
}

/** Cells as one line of CSV, quoted where they must be; null is empty. */
export function csvLine(cells: readonly ReportCell[]): string {
  return cells.map((cell) => csvCell(cell === null ? '' : String(cell))).join(',');
}

/** Lines as one text with a line end after each. */
export function csvLines(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
