import { describe, expect, test } from '@jest/globals';
import { checkTable } from '../../src/checks/check-table.ts';
import type { TableChecks, Violation } from '../../src/checks/table-checks.ts';
import { Table } from '../../src/table/table.ts';

const table = new Table([
  {
    kind: 'numeric',
    name: 'age',
    values: Float64Array.of(18, 300, NaN, 1.5, 18),
    integer: false,
    missing: 1,
  },
  {
    kind: 'categorical',
    name: 'sex',
    levels: ['f', 'm', 'x'],
    codes: Int32Array.of(0, 1, 2, -1, 0),
    missing: 1,
  },
  {
    kind: 'categorical',
    name: 'k',
    levels: [1, 2],
    codes: Int32Array.of(0, 0, 1, 1, 0),
    missing: 0,
  },
]);

const at = (
  check: Violation['check'],
  row: number | null,
  column: string | null,
  value: string | number,
): Violation => ({ check, row, column, value });

describe('every violation has a row, a column and a value', () => {
  test.each<[string, TableChecks, Violation[]]>([
    ['nothing asked', {}, []],
    [
      'range',
      { columns: { age: { min: 2, max: 120 } } },
      [at('max', 2, 'age', 300), at('min', 4, 'age', 1.5)],
    ],
    ['bounds are inclusive', { columns: { age: { min: 1.5, max: 300 } } }, []],
    [
      'allowed levels',
      { columns: { sex: { allowed: ['f', 'm'] } } },
      [at('allowed', 3, 'sex', 'x')],
    ],
    [
      'allowed numbers',
      { columns: { k: { allowed: [1] } } },
      [at('allowed', 3, 'k', 2), at('allowed', 4, 'k', 2)],
    ],
    ['whole numbers', { columns: { age: { type: 'integer' } } }, [at('type', 4, 'age', 1.5)]],
    ['integer levels are integers', { columns: { k: { type: 'integer' } } }, []],
    [
      'wrong kind',
      { columns: { sex: { type: 'number' } } },
      [at('type', null, 'sex', 'categorical')],
    ],
    [
      'missing share',
      { columns: { age: { max_missing: 0.1 }, sex: { max_missing: 0.2 } } },
      [at('max_missing', null, 'age', 0.2)],
    ],
    ['unique', { columns: { age: { unique: true } } }, [at('unique', 5, 'age', 18)]],
    ['duplicate rows', { duplicates: 'error' }, [at('duplicates', 5, null, 'row 1')]],
  ])('%s', (_, checks, violations) => {
    const report = checkTable(table, checks);
    expect(report.violations).toEqual(violations);
    expect(report).toMatchObject({ ok: violations.length === 0, total: violations.length });
  });

  test('the list is capped, the counts are true', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => i);
    const long = new Table([{ kind: 'numeric', name: 'n', values, integer: true, missing: 0 }]);
    const report = checkTable(long, { columns: { n: { max: 9 } } }, { cap: 3 });
    expect(report.violations.map(({ row }) => row)).toEqual([11, 12, 13]);
    expect(report).toMatchObject({
      total: 990,
      counts: [{ check: 'max', column: 'n', count: 990 }],
    });
  });

  test('a check on a column that is not there is an error', () => {
    expect(() => checkTable(table, { columns: { agee: { min: 0 } } })).toThrow(
      'did you mean "age"?',
    );
  });
});
