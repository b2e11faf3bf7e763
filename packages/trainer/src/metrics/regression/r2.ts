import type { Metric } from '../metric.ts';
import { rowMean } from '../row-mean.ts';
import { UndefinedMetricError } from '../undefined-metric-error.ts';
import type { RegressionSample } from './regression-sample.ts';

/**
 * Share of the target's variance that the predictions explain: 1 is all, 0 as good as the mean, below 0 worse. Of a
 * constant target it is 1 if every prediction is right, else 0. scikit-learn's `r2_score`, which takes a constant whose
 * mean is not exact for one that varies.
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
    const left = rowMean(sample, (actual, predicted) => (actual - predicted) ** 2);
    const mean = rowMean(sample, (actual) => actual);
    const total = rowMean(sample, (actual) => (actual - mean) ** 2);
    if (total === 0 || isConstant(sample)) return left === 0 ? 1 : 0;
    return 1 - left / total;
  },
};

/** Asked of the values: the mean of three times 0.1 is not 0.1, and leaves a variance of 10⁻³⁴ to divide by. */
function isConstant({ labels, weights }: RegressionSample): boolean {
  const counts = (row: number): boolean => weights?.[row] !== 0;
  let first: number | undefined;
  for (let row = 0; row < labels.length; row++) {
    if (!counts(row)) continue;
    first ??= labels[row];
    if (labels[row] !== first) return false;
  }
  return true;
}
