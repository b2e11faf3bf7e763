import type { Metric } from '../metric.ts';
import { rowMean } from '../row-mean.ts';
import { UndefinedMetricError } from '../undefined-metric-error.ts';
import type { RegressionSample } from './regression-sample.ts';

/**
 * Weighted absolute percentage error, Σ|actual − predicted| / Σ|actual|, as a share: MAPE for targets that may be zero.
 *
 * @throws {UndefinedMetricError} if the target is zero in every row.
 */
export const wape: Metric<RegressionSample> = {
  direction: 'minimize',
  needs: 'scores',
  of: (sample) => {
    const size = rowMean(sample, (actual) => Math.abs(actual));
    if (size === 0) {
      throw new UndefinedMetricError('wape', 'the target is zero in every row', 'use mae or rmse');
    }
    return rowMean(sample, (actual, predicted) => Math.abs(actual - predicted)) / size;
  },
};
