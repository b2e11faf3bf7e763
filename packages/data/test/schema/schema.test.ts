import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inferSchema } from '../../src/schema/infer-schema.ts';
import { lowerMedian } from '../../src/schema/median.ts';
import { parseSchema } from '../../src/schema/parse-schema.ts';
import { Table } from '../../src/table/table.ts';

const table = new Table([
  {
    kind: 'numeric',
    name: 'age',
    values: Float64Array.of(4, NaN, 1, 2),
    integer: true,
    missing: 1,
  },
  {
    kind: 'numeric',
    name: 'none',
    values: new Float64Array(4).fill(NaN),
    integer: false,
    missing: 4,
  },
  {
    kind: 'categorical',
    name: 'k',
    levels: [7, 10],
    codes: Int32Array.of(1, 1, 0, -1),
    missing: 1,
  },
  {
    kind: 'categorical',
    name: 's',
    levels: ['a', 'b'],
    codes: Int32Array.of(1, 0, -1, -1),
    missing: 2,
  },
]);

test('a schema holds types, levels and ranges, and survives JSON', () => {
  const schema = inferSchema(table);
  expect(schema).toEqual({
    version: 1,
    rows: 4,
    columns: [
      { name: 'age', kind: 'numeric', type: 'integer', min: 1, max: 4, median: 2, missing: 0.25 },
      {
        name: 'none',
        kind: 'numeric',
        type: 'number',
        min: null,
        max: null,
        median: null,
        missing: 1,
      },
      { name: 'k', kind: 'categorical', type: 'integer', levels: [7, 10], mode: 10, missing: 0.25 },
      {
        name: 's',
        kind: 'categorical',
        type: 'string',
        levels: ['a', 'b'],
        mode: 'a',
        missing: 0.5,
      },
    ],
  });
  expect(parseSchema(JSON.parse(JSON.stringify(schema)))).toEqual(schema);
});

describe('what is no schema is refused with the place', () => {
  const good = inferSchema(table);
  test.each<[string, unknown, string]>([
    ['null', null, 'expected object'],
    ['another version', { ...good, version: 2 }, 'version: '],
    ['no name', { ...good, columns: [{ ...good.columns[0], name: '' }] }, 'columns.0.name: '],
    [
      'mixed levels',
      { ...good, columns: [{ ...good.columns[2], levels: [1, 'a'] }] },
      'columns.0.levels',
    ],
    [
      'a level twice',
      { ...good, columns: [{ ...good.columns[2], levels: [1, 1] }] },
      'a level of column "k" occurs twice',
    ],
    [
      'a name twice',
      { ...good, columns: [good.columns[0], good.columns[0]] },
      'a column name occurs twice',
    ],
  ])('%s', (_, json, text) => {
    expect(() => parseSchema(json, 'xgflow/schema.json')).toThrow(
      expect.objectContaining({
        name: 'BadSchemaError',
        message: expect.stringContaining(text),
      }),
    );
  });
});

test('the lower median is the one that sorting gives', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (numbers) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      expect(lowerMedian(Float64Array.from(numbers))).toBe(
        sorted[Math.floor((numbers.length - 1) / 2)],
      );
    }),
  );
});
