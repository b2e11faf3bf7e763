import { expect, test } from '@jest/globals';
import type { Column } from '@xgflow/data';
import { profileColumn } from '../../src/draft/column-profile.ts';

const text = (name: string, ...cells: string[]): Column => {
  const levels = [...new Set(cells)].toSorted();
  const codes = Int32Array.from(cells, (cell) => levels.indexOf(cell));
  return { kind: 'categorical', name, levels, codes, missing: 0 };
};
const numbers = (name: string, ...values: number[]): Column => ({
  kind: 'numeric',
  name,
  integer: false,
  values: Float64Array.from(values),
  missing: 0,
});

test.each([
  ['decimal commas', ['40,5', '7,25']],
  ['thousands', ['1.234,50', '12']],
  ['a currency before', ['$1,234.50', '-$3', '€ 5']],
  ['a currency behind', ['10 EUR', "1'000 CHF", '5 €']],
  ['percent', ['12.5%', '7 %']],
])('%s are numbers as people write them', (_, cells) => {
  expect(profileColumn(text('x', ...cells)).writtenNumber).toBe([...cells].toSorted()[0]);
});

test.each([
  ['dates', ['2024-01-31', '2024-02-01']],
  ['dates with points', ['31.12.2024', '1.2.2024']],
  ['phones', ['+44 7700900123', '+44 7700900124']],
  ['addresses', ['10.0.0.1', '10.0.0.2']],
  ['numbers but for one', ['40,5', 'unknown']],
])('%s are none', (_, cells) => {
  expect(profileColumn(text('x', ...cells)).writtenNumber).toBeUndefined();
});

test('the rows of the rarest value are counted', () => {
  expect(profileColumn(text('x', 'a', 'b', 'a', 'b', 'b')).rarest).toBe(2);
  expect(profileColumn(numbers('x', 3, 3, 1, NaN, 3, 1)).rarest).toBe(2);
});

test('a name that is a cell of its own column may be a cell; a numbered column is not', () => {
  expect(profileColumn(text('Male', 'Male', 'Female')).namedLikeValue).toBe(true);
  expect(profileColumn(numbers('33.6', 33.6, 2)).namedLikeValue).toBe(true);
  expect(profileColumn(numbers('1', 1, 2)).namedLikeValue).toBe(false);
  expect(profileColumn(numbers('x', 1, NaN)).namedLikeValue).toBe(false);
});
