import type { Metric } from '../metric.ts';
import { rowMean } from '../row-mean.ts';
import { UndefinedMetricError } from '../undefined-metric-error.ts';
import type { RegressionSample } from './regression-sample.ts';

/**
 * Actual over expected: the sum of the targets over that of the predictions. 1 says that the total is right, 1.1 that it
 * is 10 % more than predicted.
 *
 * @throws {UndefinedMetricError} if the predictions add up to zero.
 */
export const aeRatio: Metric<RegressionSample> = {
  direction: 'toward-one',
  needs: 'scores',
  of: (sample) => {
    const expected = rowMean(sample, (_, predicted) => predicted);
    if (expected === 0) {
      throw new UndefinedMetricError(
        'ae_ratio',
        'the predictions add up to zero',
        'check the model',
      );
    }
    return rowMean(sample, (actual) => actual) / expected;
  },
};
