import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findDuplicates } from '../../src/checks/find-duplicates.ts';
import { Table } from '../../src/table/table.ts';

test('finds each row that an earlier one equals, and the first such', () => {
  const row = fc.tuple(
    fc.constantFrom(0, -0, 1, 1.5, NaN, 2 ** 40),
    fc.integer({ min: -1, max: 2 }),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const table = new Table([
        {
          kind: 'numeric',
          name: 'n',
          values: Float64Array.from(rows, ([value]) => value),
          integer: false,
          missing: 0,
        },
        {
          kind: 'categorical',
          name: 'k',
          levels: ['a', 'b', 'c'],
          codes: Int32Array.from(rows, ([, code]) => code),
          missing: 0,
        },
      ]);
      const texts = rows.map(([value, code]) => `${value + 0} ${code}`);
      expect(findDuplicates(table)).toEqual(
        texts.flatMap((text, at) => (texts.indexOf(text) < at ? [[at, texts.indexOf(text)]] : [])),
      );
    }),
  );
});
