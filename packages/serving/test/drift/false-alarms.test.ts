import { expect, test } from '@jest/globals';
import { alarms } from './support/alarms.ts';
import { MadeUpReference, usualColumns } from './support/made-up.ts';
import { Draws } from './support/random.ts';

// The long form, with a million rows, is in test/long/drift.
test.each([
  { rows: 50, reference: 4000, references: 4, looks: 200 },
  { rows: 1000, reference: 4000, references: 2, looks: 30 },
])('$rows rows of the same distribution raise no more than 1 % false alarms', (each) => {
  const { count, blamed } = alarms(each);
  expect({ blamed, tooMany: count > 0.01 * each.looks + 1 }).toEqual({ blamed, tooMany: false });
});

test('a shift of half a standard deviation is found at 1,000 rows, every time', () => {
  const draws = new Draws(5);
  const reference = new MadeUpReference(usualColumns, 4000, draws);
  const shifted = usualColumns.map((column) =>
    column.name === 'age' ? { ...column, draw: (d: Draws) => 51 + 12 * d.normal() } : column,
  );
  for (let look = 0; look < 30; look++) {
    const { columns, status } = reference.look(1000, draws, shifted);
    const age = columns.find(({ name }) => name === 'age')!;
    expect(['warning', 'drift']).toContain(age.severity);
    expect(['warning', 'drift']).toContain(status);
    expect(age.adjustedPValue).toBeLessThan(1e-6);
  }
});
