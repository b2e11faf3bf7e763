import type { Metric } from '../metric.ts';
import { sum } from './class-counts.ts';
import type { MulticlassSample } from './multiclass-sample.ts';

/**
 * Matthews correlation of decisions and labels, for several classes; 0 if either is all of one class.
 * scikit-learn's `matthews_corrcoef`.
 *
 * Source: Gorodkin, "Comparing two K-category assignments by a K-category correlation coefficient" (2004).
 */
export const multiclassMcc: Metric<MulticlassSample> = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ counts }) => {
    const { actual, decided, right, rows } = counts;
    const together = sum(actual.map((count, code) => count * (decided[code] ?? 0)));
    const spread = (by: Float64Array): number => rows * rows - sum(by.map((count) => count ** 2));
    const scale = Math.sqrt(spread(actual)) * Math.sqrt(spread(decided));
    return scale === 0 ? 0 : (rows * sum(right) - together) / scale;
  },
};
