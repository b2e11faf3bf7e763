import { expect, test } from '@jest/globals';
import { precisionRecallPoints } from '../../../src/report/tables/precision-recall.ts';
import { referenceCases } from '../reference.ts';

test.each(referenceCases)('precision_recall_curve: $name', ({ rows, expected }) => {
  const points = precisionRecallPoints(rows);
  const [precision, recall, thresholds] = expected.precision_recall;
  expect(points.map((point) => point.precision)).toEqual(precision);
  expect(points.map((point) => point.recall)).toEqual(recall);
  expect(points.map((point) => point.threshold)).toEqual([...thresholds, null]);
});
