import { expect, test } from '@jest/globals';
import { classWeights, rowWeights } from '../../src/resample/class-weights.ts';
import { fnv1a } from '../split/reference.ts';
import { labelsOf, reference } from './reference.ts';

test.each(reference.weights)('equal scikit-learn: $n rows, weight $weight', (row) => {
  const { weight: given } = row;
  const labels = labelsOf(row);
  expect([...classWeights(labels, given).values()]).toEqual(row.classes);
  expect(fnv1a(new Int32Array(rowWeights(labels, given).buffer))).toBe(row.rows_hash);
});

test('balanced weights leave the sum of all weights as it was', () => {
  const labels = Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 1);
  expect(rowWeights(labels, 'balanced').reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(8, 5);
});
