import { expect, test } from '@jest/globals';
import { aeDeciles } from '../../../src/report/tables/ae-deciles.ts';
import { RandomState } from '../../../src/split/random-state.ts';
import { drawnValues, taskReference } from '../../metrics/task-reference.ts';

test.each(taskReference.deciles)(
  '$n rows, as NumPy sorts and cuts them; exposure seed $exposure_seed',
  (row) => {
    const random = new RandomState(row.exposure_seed ?? 0);
    const exposure =
      row.exposure_seed === null
        ? undefined
        : Float64Array.from({ length: row.n }, () => random.randomSample() + 0.5);
    const found = aeDeciles({ ...drawnValues(row), exposure });
    const filled = row.expected.filter(([rows]) => rows > 0);
    expect(found.map(({ decile }) => decile)).toEqual(filled.map((_, place) => place + 1));
    for (const [place, [rows, actual, expected, exposed]] of filled.entries()) {
      const { ae_ratio: ratio, ...decile } = found[place]!;
      expect(decile.rows).toBe(rows);
      expect(decile.actual).toBeCloseTo(actual, 8);
      expect(decile.expected).toBeCloseTo(expected, 8);
      expect(decile.exposure).toBeCloseTo(exposed, 8);
      expect(ratio).toBeCloseTo(actual / expected, 10);
    }
  },
);

test('nothing expected has no ratio', () => {
  const [only] = aeDeciles({ labels: [1], scores: Float64Array.of(0) });
  expect(only).toMatchObject({ rows: 1, actual: 1, expected: 0, ae_ratio: null });
});
