import { expect, test } from '@jest/globals';
import { confusionCells } from '../../../src/report/tables/confusion.ts';
import { referenceCases } from '../reference.ts';

test.each(referenceCases)('confusion_matrix: $name', ({ rows, expected }) => {
  const cells = confusionCells(rows, ['no', 'yes']);
  expect(cells.map(({ actual, predicted }) => [actual, predicted])).toEqual([
    ['no', 'no'],
    ['no', 'yes'],
    ['yes', 'no'],
    ['yes', 'yes'],
  ]);
  expect(cells.map((cell) => cell.rows)).toEqual(expected.confusion.flat());
});

test('shares are of the actual class', () => {
  const rows = { labels: Uint8Array.of(0, 0, 0, 1), scores: Float32Array.of(0.1, 0.2, 0.9, 0.8) };
  expect(confusionCells(rows, ['0', '1']).map((cell) => cell.share_of_actual)).toEqual([
    2 / 3,
    1 / 3,
    0,
    1,
  ]);
  expect(confusionCells(rows, ['0', '1'], 0.15).map((cell) => cell.rows)).toEqual([1, 2, 0, 1]);
});
