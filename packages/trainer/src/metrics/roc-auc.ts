import type { Metric } from './metric.ts';
import { UndefinedMetricError } from './undefined-metric-error.ts';

/**
 * Probability that a positive row scores above a negative one, ties counted half: the area under the ROC curve,
 * scikit-learn's `roc_auc_score`.
 *
 * @throws {UndefinedMetricError} if all rows are of one class.
 */
export const rocAuc: Metric = {
  direction: 'maximize',
  needs: 'scores',
  of: ({ scoreCounts: { positives, negatives } }) => {
    let won = 0;
    let positivesSeen = 0;
    let negativesSeen = 0;
    for (let group = 0; group < positives.length; group++) {
      const p = positives[group] ?? 0;
      const n = negatives[group] ?? 0;
      // Multiples of one half: exact in a double.
      won += p * (negativesSeen + n / 2);
      positivesSeen += p;
      negativesSeen += n;
    }
    if (positivesSeen === 0 || negativesSeen === 0) {
      throw new UndefinedMetricError('roc_auc', 'all rows are of one class');
    }
    return won / positivesSeen / negativesSeen;
  },
};
