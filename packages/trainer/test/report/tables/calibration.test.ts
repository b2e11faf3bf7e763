import { expect, test } from '@jest/globals';
import { calibrationBins } from '../../../src/report/tables/calibration.ts';
import { referenceCases } from '../reference.ts';

const cases = referenceCases.flatMap(({ name, rows, expected }) =>
  Object.entries(expected.calibration ?? {}).map(([bins, [predicted, observed, counts]]) => ({
    name,
    bins: Number(bins),
    rows,
    predicted,
    observed,
    counts,
  })),
);

test.each(cases)('calibration_curve($bins): $name', ({ rows, bins, ...expected }) => {
  const found = calibrationBins(rows, bins);
  expect(found.map((bin) => bin.rows)).toEqual(expected.counts);
  expect(found.map((bin) => bin.mean_predicted)).toEqual(expected.predicted);
  expect(found.map((bin) => bin.observed)).toEqual(expected.observed);
  for (const { from, to, mean_predicted: mean } of found) {
    expect(mean >= from && mean <= to).toBe(true);
  }
});

test('the cases reach both halves of the scale and its ends', () => {
  expect(cases.length).toBeGreaterThan(10);
});
