import { describe, expect, test } from '@jest/globals';
import { compareCodePoints } from '../../src/table/compare-code-points.ts';
import type { Column } from '../../src/table/column.ts';
import { Table } from '../../src/table/table.ts';

const columns: Column[] = [
  { kind: 'numeric', name: 'age', values: Float64Array.of(1, NaN, 3), integer: true, missing: 1 },
  {
    kind: 'categorical',
    name: 'sex',
    levels: ['f', 'm'],
    codes: Int32Array.of(1, -1, 0),
    missing: 1,
  },
];

describe('a table', () => {
  const table = new Table(columns);

  test('gives its columns by name', () => {
    expect([table.rowCount, table.columnNames, table.has('age'), table.has('ages')]).toEqual([
      3,
      ['age', 'sex'],
      true,
      false,
    ]);
    expect(table.column('sex')).toBe(columns[1]);
    expect(table.select(['sex', 'age']).columnNames).toEqual(['sex', 'age']);
    expect(table.drop(['age']).columnNames).toEqual(['sex']);
  });

  test.each([
    ['ages', 'age'],
    ['AGE', 'age'],
    ['sxe', 'sex'],
    ['income', undefined],
  ])('does not know %s and suggests %s', (name, suggestion) => {
    for (const ask of [
      () => table.column(name),
      () => table.select([name]),
      () => table.drop([name]),
    ]) {
      expect(ask).toThrow(
        expect.objectContaining({ name: 'UnknownColumnError', column: name, suggestion }),
      );
    }
  });

  test('takes rows in any order, repeats too, and counts the missing again', () => {
    const taken = table.take(Int32Array.of(2, 1, 1));
    expect(taken.columns).toEqual([
      {
        kind: 'numeric',
        name: 'age',
        values: Float64Array.of(3, NaN, NaN),
        integer: true,
        missing: 2,
      },
      {
        kind: 'categorical',
        name: 'sex',
        levels: ['f', 'm'],
        codes: Int32Array.of(0, -1, -1),
        missing: 2,
      },
    ]);
    expect(taken.column('sex')).not.toBe(columns[1]);
  });

  test.each([-1, 3])('refuses row %d', (row) => {
    expect(() => table.take(Int32Array.of(row))).toThrow(`row ${row} of 3`);
  });

  test('refuses unequal lengths and a name used twice', () => {
    const short: Column = {
      kind: 'numeric',
      name: 'x',
      values: Float64Array.of(1),
      integer: true,
      missing: 0,
    };
    expect(() => new Table([...columns, short])).toThrow('1 rows where the first column has 3');
    expect(() => new Table([columns[0]!, columns[0]!])).toThrow('a column name occurs twice');
  });
});

test('strings are ordered by code point', () => {
  const sorted = [
    '',
    '10',
    '9',
    'B',
    'a',
    'ab',
    'é',
    '\ud7ff',
    '\ue000',
    '\uffff',
    '\u{1f600}',
    '\u{1f601}',
  ];
  expect(sorted.toReversed().sort(compareCodePoints)).toEqual(sorted);
});
