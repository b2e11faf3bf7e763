import type { Metric } from '../metric.ts';
import { rowMean } from '../row-mean.ts';
import type { RegressionSample } from './regression-sample.ts';

/** Mean absolute error, in units of the target; scikit-learn's `mean_absolute_error`. */
export const mae: Metric<RegressionSample> = {
  direction: 'minimize',
  needs: 'scores',
  of: (sample) => rowMean(sample, (actual, predicted) => Math.abs(actual - predicted)),
};
