import { expect, test } from '@jest/globals';
import { rocPoints } from '../../../src/report/tables/roc.ts';
import { numberOf, referenceCases } from '../reference.ts';

test.each(referenceCases)('roc_curve: $name', ({ rows, expected }) => {
  const points = rocPoints(rows);
  const [falsePositive, truePositive, thresholds] = expected.roc.map((values) =>
    values.map(numberOf),
  );
  expect(points.map((point) => point.threshold)).toEqual(thresholds);
  expect(points.map((point) => point.false_positive_rate)).toEqual(falsePositive);
  expect(points.map((point) => point.true_positive_rate)).toEqual(truePositive);
});
