import type { Column } from '../table/column.ts';
import type { CheckName, ColumnChecks } from './table-checks.ts';
import type { ViolationList } from './violation-list.ts';

/** Puts everything that a column does not satisfy on the list. */
export function checkColumn(column: Column, checks: ColumnChecks, list: ViolationList): void {
  checkWhole(column, checks, list);
  const seen = new Set<string | number>();
  const allowed = checks.allowed === undefined ? undefined : new Set(checks.allowed);
  const { min = -Infinity, max = Infinity, unique = false } = checks;
  const whole = checks.type === 'integer' && column.kind === 'numeric';
  forEachCell(column, (value, row) => {
    const fail = (check: CheckName): void => {
      list.add({ check, row: row + 1, column: column.name, value });
    };
    if (allowed !== undefined && !allowed.has(value)) fail('allowed');
    if (typeof value === 'number' && value < min) fail('min');
    if (typeof value === 'number' && value > max) fail('max');
    if (whole && !Number.isInteger(value)) fail('type');
    if (unique && seen.has(value)) fail('unique');
    if (unique) seen.add(value);
  });
}

/** Checks that are about the column, not about a cell. */
function checkWhole(column: Column, checks: ColumnChecks, list: ViolationList): void {
  const rows = column.kind === 'numeric' ? column.values.length : column.codes.length;
  const missing = rows === 0 ? 0 : column.missing / rows;
  if (checks.max_missing !== undefined && missing > checks.max_missing) {
    list.add({ check: 'max_missing', row: null, column: column.name, value: missing });
  }
  const wanted = checks.type === 'categorical' ? 'categorical' : 'numeric';
  if (checks.type !== undefined && column.kind !== wanted) {
    if (checks.type === 'integer' && isIntegerLevels(column)) return;
    list.add({ check: 'type', row: null, column: column.name, value: column.kind });
  }
}

function isIntegerLevels(column: Column): boolean {
  return column.kind === 'categorical' && typeof column.levels[0] === 'number';
}

function forEachCell(column: Column, visit: (value: string | number, row: number) => void): void {
  if (column.kind === 'numeric') {
    column.values.forEach((value, row) => {
      if (!Number.isNaN(value)) visit(value, row);
    });
    return;
  }
  column.codes.forEach((code, row) => {
    const level = column.levels[code];
    if (level !== undefined) visit(level, row);
  });
}
