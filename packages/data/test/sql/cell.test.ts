import { expect, test } from '@jest/globals';
import { cellText, type CellKind } from '../../src/sql/cell.ts';

test.each<[number | string, CellKind, string]>([
  ['x', 'text', 'x'],
  [7, 'integer', '7'],
  [-0, 'integer', '0'],
  [7, 'float', '7.0'],
  [-7, 'float', '-7.0'],
  [-0, 'float', '-0.0'],
  [0.1, 'float', '0.1'],
  [1e21, 'float', '1e+21'],
  [1, 'boolean', '1'],
])('%s as %s stands in a CSV file as %s', (cell, kind, text) => {
  expect(cellText(cell, kind)).toBe(text);
});
