import { describe, expect, test } from '@jest/globals';
import { resample } from '../../src/resample/resample.ts';
import { fnv1a } from '../split/reference.ts';
import { columnsOf, draws, labelsOf, reference } from './reference.ts';

const smoteDefaults = { neighbors: 5 };
const bytes = (values: Float64Array | Int32Array): Int32Array =>
  new Int32Array(values.buffer, values.byteOffset, values.byteLength / 4);

describe('rows are drawn as imbalanced-learn draws them', () => {
  test.each(reference.drawn)('$method, $n rows, ratio $ratio, seed $seed', (row) => {
    const { positions, synthetic } = resample(
      { columns: [], labels: labelsOf(row) },
      { ...smoteDefaults, ...row },
      draws,
    );
    expect(positions).toHaveLength(row.rows);
    expect([...positions.slice(0, 8)]).toEqual(row.first);
    expect([...positions.slice(-8)]).toEqual(row.last);
    expect(fnv1a(positions)).toBe(row.hash);
    expect(synthetic).toBeUndefined();
  });
});

describe('rows are made as imbalanced-learn makes them, to the last bit', () => {
  test.each(reference.made)('$method: $name', (row) => {
    const columns = columnsOf(row);
    const { positions, synthetic } = resample({ columns, labels: labelsOf(row) }, row, draws);
    expect([...positions]).toEqual([...Array(row.n).keys()]);
    const numbers = synthetic!.columns.slice(0, row.numbers);
    const codes = synthetic!.columns.slice(row.numbers);
    expect(numbers.map(([first]) => first)).toEqual(row.first_numbers);
    expect(codes.map((made) => [...made.slice(0, 12)])).toEqual(row.first_codes);
    expect(numbers.map((made) => fnv1a(bytes(made)))).toEqual(row.number_hashes);
    expect(codes.map((made) => fnv1a(bytes(made)))).toEqual(row.code_hashes);
    expect(synthetic!.labels).toHaveLength(row.made);
    expect(fnv1a(bytes(synthetic!.labels))).toBe(row.labels);
  });
});

test('repeated rows have neighbours at no distance, and what is made of them is a repetition', () => {
  const values = Float64Array.from({ length: 40 }, (_, row) => (row < 10 ? 7 : row));
  const labels = Uint8Array.from({ length: 40 }, (_, row) => Number(row < 10));
  const { synthetic } = resample(
    { columns: [{ name: 'x', values }], labels },
    { method: 'smote', ratio: 'auto', neighbors: 5, seed: 1 },
    draws,
  );
  expect([...synthetic!.columns[0]!]).toEqual(Array(20).fill(7));
});

test('with constant numbers the categories still follow the neighbours', () => {
  const labels = Uint8Array.from({ length: 60 }, (_, row) => Number(row < 12));
  const { synthetic } = resample(
    {
      columns: [
        { name: 'x', values: new Float64Array(60).fill(3) },
        { name: 'c', codes: Int32Array.from({ length: 60 }, (_, row) => (row < 12 ? 2 : row % 2)) },
      ],
      labels,
    },
    { method: 'smote_nc', ratio: 'auto', neighbors: 4, seed: 1 },
    draws,
  );
  expect(new Set(synthetic!.columns[1])).toEqual(new Set([2]));
});
