import type { Metric } from '../metric.ts';
import { rowMean } from '../row-mean.ts';
import type { RegressionSample } from './regression-sample.ts';

/** Root of the mean squared error, in units of the target; scikit-learn's `root_mean_squared_error`. */
export const rmse: Metric<RegressionSample> = {
  direction: 'minimize',
  needs: 'scores',
  of: (sample) => Math.sqrt(rowMean(sample, (actual, predicted) => (actual - predicted) ** 2)),
};
