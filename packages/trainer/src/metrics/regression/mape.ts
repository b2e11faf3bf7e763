import type { Metric } from '../metric.ts';
import { UndefinedMetricError } from '../undefined-metric-error.ts';
import type { RegressionSample } from './regression-sample.ts';

/**
 * Mean of |actual − predicted| / |actual| as a share (0.25 is 25 %), over the rows whose target is not zero; of those,
 * scikit-learn's `mean_absolute_percentage_error`. scikit-learn divides by 2⁻⁵² where the target is zero, and one such
 * row then outweighs all others: here they are left out, and counted by `mapeUndefinedRows`.
 *
 * @throws {UndefinedMetricError} if the target is zero in every row.
 */
export const mape: Metric<RegressionSample> = {
  direction: 'minimize',
  needs: 'scores',
  of: ({ labels, scores, weights }) => {
    let sum = 0;
    let rows = 0;
    for (let row = 0; row < scores.length; row++) {
      const actual = labels[row] ?? 0;
      const weight = weights ? (weights[row] ?? 0) : 1;
      if (actual === 0 || weight === 0) continue;
      sum += weight * Math.abs((actual - (scores[row] ?? 0)) / actual);
      rows += weight;
    }
    if (rows === 0) {
      throw new UndefinedMetricError(
        'mape',
        'the target is zero in every row',
        'use wape, mae or rmse',
      );
    }
    return sum / rows;
  },
};

/** Of how many rows there is no percentage error, because their target is zero. */
export function mapeUndefinedRows(labels: ArrayLike<number>): number {
  return Array.from(labels).filter((actual) => actual === 0).length;
}
