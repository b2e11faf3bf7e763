import { csvCell } from '@xgflow/data';

/** Cells as a line of a CSV file, its end included. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvCell(cell))).join(',')}\n`;
}
