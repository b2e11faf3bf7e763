import type { Metric } from '../metric.ts';
import { rowMean } from '../row-mean.ts';
import { UndefinedMetricError } from '../undefined-metric-error.ts';
import type { RegressionSample } from './regression-sample.ts';

/**
 * Share of the target's variance that the predictions explain: 1 is all, 0 as good as the mean, below 0 worse. Of a
 * constant target it is 1 if every prediction is right, else 0. scikit-learn's `r2_score`.
 *
 * @throws {UndefinedMetricError} of one row.
 */
export const r2: Metric<RegressionSample> = {
  direction: 'maximize',
  needs: 'scores',
  of: (sample) => {
    if (sample.labels.length < 2) {
      throw new UndefinedMetricError('r2', 'one row has no variance', 'give at least two rows');
    }
    const mean = rowMean(sample, (actual) => actual);
    const total = rowMean(sample, (actual) => (actual - mean) ** 2);
    const left = rowMean(sample, (actual, predicted) => (actual - predicted) ** 2);
    if (total === 0) return left === 0 ? 1 : 0;
    return 1 - left / total;
  },
};
