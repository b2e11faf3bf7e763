import type { Metric } from './metric.ts';
import { ratioOrZero } from './ratio.ts';

/**
 * Area under the precision-recall curve as the step sum Σ (recall − recall before) · precision, thresholds from high
 * to low; 0 if no row is positive. scikit-learn's `average_precision_score`.
 */
export const prAuc: Metric = {
  direction: 'maximize',
  needs: 'scores',
  of: ({ scoreCounts: { positives, negatives } }) => {
    let found = 0;
    let decided = 0;
    let sum = 0;
    for (let group = positives.length - 1; group >= 0; group--) {
      const p = positives[group] ?? 0;
      found += p;
      decided += p + (negatives[group] ?? 0);
      sum += p * ratioOrZero(found, decided);
    }
    return ratioOrZero(sum, found);
  },
};
