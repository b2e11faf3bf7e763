import { describe, expect, test } from '@jest/globals';
import { classCells, classResults } from '../../../src/report/tables/class-results.ts';
import { predictedCells } from '../../../src/report/tables/predicted-cells.ts';
import { quantileCoverage } from '../../../src/report/tables/quantile-coverage.ts';
import { residualBins, residualDeciles } from '../../../src/report/tables/residuals.ts';
import { valueBins } from '../../../src/report/tables/value-bins.ts';
import { RandomState } from '../../../src/split/random-state.ts';
import { drawnValues, taskReference } from '../../metrics/task-reference.ts';

describe('tables of a regression', () => {
  test.each(taskReference.deciles)(
    'residuals and coverage of $n rows equal NumPy; exposure seed $exposure_seed',
    (row) => {
      const random = new RandomState(row.exposure_seed ?? 0);
      const values = drawnValues(row);
      const exposure =
        row.exposure_seed === null
          ? undefined
          : values.labels.map(() => random.randomSample() + 0.5);
      const found = residualDeciles({ ...values, exposure });
      const covered = quantileCoverage({ ...values, exposure });
      expect(found).toHaveLength(row.spread.length);
      for (const [place, expected] of row.spread.entries()) {
        const { mean_predicted, mean_residual, p10, p50, p90 } = found[place]!;
        const ours = [mean_predicted, mean_residual, p10, p50, p90, covered[place]!.covered];
        for (const [at, value] of expected.entries()) expect(ours[at]).toBeCloseTo(value, 9);
      }
    },
  );

  test('the cells of predicted against actual count every row once, on equal axes', () => {
    const values = drawnValues({ n: 500, zeros: 0, seed: 8, dtype: 'float64' });
    const { cells, edges, log } = predictedCells(values);
    expect(log).toBe(true);
    expect(cells.reduce((sum, { rows }) => sum + rows, 0)).toBe(500);
    for (const cell of cells) {
      expect(edges).toContain(cell.predicted_from);
      expect(edges).toContain(cell.actual_to);
    }
    const [row] = values.labels;
    const holding = cells.filter(
      ({ actual_from, actual_to, predicted_from, predicted_to }) =>
        actual_from <= row! &&
        row! <= actual_to &&
        predicted_from <= values.scores[0]! &&
        values.scores[0]! <= predicted_to,
    );
    expect(holding).toHaveLength(1);
  });

  test('the residuals count every row, those far out in the bin at the end', () => {
    const labels = Float64Array.from({ length: 1000 }, (_, row) => (row === 0 ? 1e6 : row % 7));
    const bins = residualBins({ labels, scores: new Float64Array(1000) });
    expect(bins).toHaveLength(40);
    expect(bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(1000);
    expect(bins.at(-1)!.to).toBeLessThan(10);
  });

  test.each([
    [[3, 3], false, [1.5, 4.5]],
    [[0, 0], false, [-1, 1]],
    [[1, 100], true, [1, 100]],
    [[1, 49], false, [1, 49]],
    [[0, 1000], false, [0, 1000]],
  ])('bins of %j', (values, log, [from, to]) => {
    const bins = valueBins(Float64Array.from(values), 4);
    expect(bins.log).toBe(log);
    expect(bins.edges[0]).toBeCloseTo(from!, 12);
    expect(bins.edges.at(-1)).toBeCloseTo(to!, 9);
    expect(values.map(bins.binOf).every((bin) => bin >= 0 && bin < 4)).toBe(true);
  });
});

describe('tables of several classes equal scikit-learn', () => {
  test.each(taskReference.few)('$name', ({ labels, scores, confusion, by_class: byClass }) => {
    const classes = ['a', 'b', 'c'];
    const test = { labels, scores: Float64Array.from(scores.flat()) };
    expect(classCells({ classes, test }).map(({ rows }) => rows)).toEqual(confusion.flat());
    for (const [code, { precision, recall, f1, rows }] of classResults({
      classes,
      test,
    }).entries()) {
      const expected = byClass[code]!;
      for (const [at, value] of [precision, recall, f1, rows].entries()) {
        expect(value).toBeCloseTo(expected[at]!, 12);
      }
    }
  });
});
